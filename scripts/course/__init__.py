"""The pure core of Sales Fieldbook: load → check → render.

Knows no MkDocs and prints nothing. Only `loading/` reads files; nothing here writes one.
"""
