"""The night shift: an inbox of pages in, published issues out, unattended.

    inbox ─staging→ file ─look→ pages ─convert→ shelf ─press→ issue folder ─targets→ …

All that is known stands in the ledger (SQLite) and in two folders named by content: the
staged files and the converted pages. A round (`convert.nightly.desk`) looks at the inbox
and the ledger and does what is next; it may be killed at any instant and begun again,
because each step is either recorded in one transaction or repeated with the same result.
What is next is decided by pure functions (`schedule`, `decide`, `stillness`, `stories`).
"""
