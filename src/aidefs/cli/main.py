"""The command line: parse, call one public function, write.

Exit codes: 0 fine, 1 a check found faults or differences, 2 wrong usage, an unknown name or input that
cannot be read (a line on standard error for each fault), or a fault of the program itself.
"""

from __future__ import annotations

import os
import sys

from aidefs.cli.commands import HOME, command_of
from aidefs.cli.console import complain, quiet_exit, say
from aidefs.cli.plain import plainly
from aidefs.errors import AidefsError, DataError, SeveralDefinitions, reason
from aidefs.text.visible import visible

__all__ = ["main"]

_COMPLETING = "_AIDEFS_COMPLETE"  # in the environment where a shell asks click how a word goes on


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; no traceback is shown, but in the mode for developers."""
    try:
        code = _called(arguments)
        if sys.stdout is not None:  # it is None where the shell closed it
            sys.stdout.flush()
    except DataError as error:
        return complain(*map(str, error.faults))
    except SeveralDefinitions as error:
        complain(error.message)
        say(*map(visible, error.listed))
        return 2
    except AidefsError as error:
        return complain(str(error))
    except BrokenPipeError:
        quiet_exit()
        return 0
    except OSError as error:
        return complain(f"cannot write the result: {reason(error)}")
    except RecursionError:
        return complain("something in the input stands too deep in something else")
    except MemoryError:
        return complain("there is not enough memory for this input")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        fault = f"a fault of the program, worth a report: {type(error).__name__}: {error}"
        return complain(f"{fault} (python -X dev -m aidefs shows where)")
    return code


def _called(arguments: list[str] | None) -> int:
    """Calls the command that is named, by click where the line is not plain."""
    words = sys.argv[1:] if arguments is None else arguments
    # On Windows click replaces patterns by the names of files.
    if words and words[0] in HOME and os.name != "nt" and _COMPLETING not in os.environ:
        command = command_of(words[0])
        given = plainly(command, words[1:])
        if given is not None:
            try:
                return command.function(**given) or 0
            except (EOFError, KeyboardInterrupt):
                say("")  # behind what the terminal shows of the key
                return 130
    from aidefs.modules import forget, put_off

    put_off("inspect")
    put_off("uuid", "UUID")  # click has a type of parameters of that class, which no command uses
    from aidefs.cli.group import run

    forget("uuid", "UUID")
    return run(arguments)
