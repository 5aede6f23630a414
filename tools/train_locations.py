"""Fit the weights of ``[locations]`` in ``default.toml``: what speaks for two places being of one act.

    python tools/train_locations.py [FILE.yaml ...]       needs scikit-learn, for training only

Logistic regression over the signs of reconcile/places/locations.py, on every two places of claims of two reports that
cannot be one, in the half of the stories made for building and in files of the same form. They are of one act where the
gold has their words as a discrepancy of place. Prints the weights, and in cross-validation by story how many of the
gold's pairs a threshold tells.
"""

from __future__ import annotations

from conflicts import conflicts, report

from tawatur.reconcile.places.locations import differing, signs

if __name__ == "__main__":
    report(list(conflicts("place", differing, signs)))
