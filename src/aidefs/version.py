"""The version of the program; outputs carry it, and the build reads it here."""

__all__ = ["__version__"]

__version__ = "1.0.0rc1"
