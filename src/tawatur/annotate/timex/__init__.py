"""Expressions of time: the grammar that reads them and the values they come to.

``line`` walks a sentence's words; ``dated``, ``points``, ``amounts``, ``within``, ``clock`` and ``alone`` read the
shapes, and ``days``, ``timed``, ``between`` and ``spans`` what they join to; ``specs``, ``named``, ``parts``,
``lengths`` and ``hours`` are what they read, which resolves itself against a day; ``infer`` dates a report that no one
dated.
"""
