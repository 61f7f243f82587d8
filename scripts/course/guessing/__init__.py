"""Plays the bank by cues alone, as somebody would who knows test papers and not the trade. `playing.play(course)` → rounds.

Pure and deterministic: no file, no randomness; what chance would bring is counted, not sampled.
"""
