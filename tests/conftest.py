"""Shared fixtures: the five shipped articles."""
