"""Files and records to articles: what was read, untouched, with its parts told apart."""

from .files import names_of, read_report
from .jsonl import article_of_record
from .judgements import read_judgements

__all__ = ["article_of_record", "names_of", "read_judgements", "read_report"]
