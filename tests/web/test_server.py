"""The server: listens where it is told, answers, leaves nothing behind, and others do not stop it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest
from support.children import obey_interrupts

from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.web.server import serve


@pytest.fixture(scope="module")
def running() -> object:
    command = [sys.executable, "-m", "aidefs", "serve", "--no-open"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=obey_interrupts
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
        assert found, line
        yield process, int(found[1])
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert process.returncode in (0, 130) and err == "", (out, err)


def get(port: int, path: str, host: str = "") -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_it_answers_and_knows_its_own_names(running: tuple[object, int]) -> None:
    port = running[1]
    status, body = get(port, "/")
    assert status == 200 and b"<h1>" in body
    assert get(port, "/", f"localhost:{port}")[0] == 200
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1:1"):
        assert get(port, "/", host)[0] == 421


def test_half_open_connections_stop_nobody(running: tuple[object, int]) -> None:
    port = running[1]
    waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
    try:
        for one in waiting:
            one.sendall(b"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10000\r\n\r\nslow")
        assert get(port, "/about/")[0] == 200
    finally:
        for one in waiting:
            one.close()
    assert get(port, "/about/")[0] == 200


def test_headers_without_end_are_refused(running: tuple[object, int]) -> None:
    with socket.create_connection(("127.0.0.1", running[1]), timeout=30) as one:
        one.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000)
        answer = b""
        try:
            while part := one.recv(4096):
                answer += part
        except ConnectionResetError:
            pass
    assert not answer or re.match(rb"HTTP/1\.. 4", answer)


def refused(port: int, head: bytes, part: bytes = b"", times: int = 0) -> bytes:
    """What is answered to a request that would be large, however much of it is taken."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as one:
        one.sendall(b"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n" % (port, head))
        try:
            for _ in range(times):
                one.sendall(part)
        except OSError:
            pass  # it is no longer listened to
        try:
            return one.recv(4096)
        except OSError:
            return b""


def test_bodies_of_200_megabytes_are_refused(running: tuple[object, int]) -> None:
    port = running[1]
    assert re.match(rb"HTTP/1\.. 413", refused(port, b"Content-Length: 200000000\r\n"))
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    answer = refused(port, b"Transfer-Encoding: chunked\r\n", chunk, 200)
    assert not answer or re.match(rb"HTTP/1\.. 413", answer)
    assert get(port, "/about/")[0] == 200


def test_a_port_that_is_taken_and_a_host_without_names(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--no-open", "--port", str(port)]) == 2
        assert re.fullmatch(
            rf"aidefs: cannot listen on 127\.0\.0\.1 port {port}: .*in use.*\n", capsys.readouterr().err
        )
    assert main(["serve", "--no-open", "--host", "0.0.0.0"]) == 2
    assert "--allow-host" in capsys.readouterr().err
    with pytest.raises(InputError, match="cannot listen on"):
        serve(host="203.0.113.7", allowed=["x.example"])
