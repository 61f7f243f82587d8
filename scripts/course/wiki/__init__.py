"""Pages exported from a wiki: text → links, each link → good, moved or dead. Pure; never reads a file, never mends a page.

One file a format finds the links, `judging.py` judges them, `decoding.py` makes text of bytes.
"""
