"""Tawatur reads several outlets' reports of the same happenings and rebuilds one sourced record."""

__version__ = "0.1.0"
