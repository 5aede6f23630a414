"""Every quality and speed figure of the README, from public data given by path."""
