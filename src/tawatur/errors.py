"""Everything Tawatur raises on purpose.

    TawaturError
    ├── InputError            the input was read and could not be used (exit status 1)
    │   ├── UnreadableReport  no text could be taken from a file or a record
    │   └── BadRecord         a line of JSON lines that does not hold a report
    ├── MissingExtra          a format needs a package that is not installed; names the extra
    ├── DataError             a shipped data file breaks its own rules
    └── PipelineError         a stage needs what no earlier stage assigns

An ``InputError`` always names its source and says why in one line.
"""


class TawaturError(Exception):
    """Base of all errors below."""


class InputError(TawaturError):
    """Input that could not be used.

    ``source`` names the file or record; ``reason`` says why and, where there is one, the way out.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UnreadableReport(InputError):
    """No text could be taken from a report."""


class BadRecord(InputError):
    """A line of JSON lines that does not hold a report."""


class MissingExtra(TawaturError):
    """A package that only an extra installs."""

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(f"this needs {package}, which the extra [{extra}] brings: pip install 'tawatur[{extra}]'")


class DataError(TawaturError):
    """A shipped data file breaks its own rules: names the file and the line."""


class PipelineError(TawaturError):
    """A stage requires a value that no earlier stage assigns."""
