"""Fit the weights of ``[deeds]`` in ``default.toml``: what speaks for two doers being of one deed.

    python tools/train_deeds.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/doers/deeds.py, on every two doers of claims of two reports that cannot
be one, in the half of the stories made for building and in files of the same form. They are of one deed where the gold
has their words as a discrepancy of actor. Prints the weights, and in cross-validation by story how many of the gold's
pairs a threshold tells.
"""

from __future__ import annotations

from conflicts import conflicts, report

from tawatur.reconcile.doers.deeds import differing, signs

if __name__ == "__main__":
    report(list(conflicts("actor", differing, signs)))
