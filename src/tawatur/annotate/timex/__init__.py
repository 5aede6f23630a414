"""Expressions of time: the grammar that reads them and the values they come to.

``line`` walks a sentence's words; ``points``, ``amounts``, ``clock`` and ``spans`` read the shapes; ``specs`` is
what they read, and resolves itself against a day; ``infer`` dates a report that no one dated.
"""
