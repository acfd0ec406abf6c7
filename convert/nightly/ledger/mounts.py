"""Is a folder on a network share? There SQLite's locks cannot be relied on."""

import re
from pathlib import Path

NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "virtiofs"),
        *("davfs", "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "ocfs2", "gfs2"),
        *("fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuse.davfs2"),
    )
)
"""Types of file systems that other machines share."""

MOUNTS = Path("/proc/self/mountinfo")


def network_type(folder: Path, mounts: Path = MOUNTS) -> str:
    """Return the type of the network file system that holds `folder`; else nothing."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""  # not Linux: nobody to ask
    resolved = folder.resolve()
    best = (0, "")
    for line in lines:
        where, kind = _mount(line)
        if where is not None and resolved.is_relative_to(where):
            # Of two mounts at one place the later one is seen.
            best = max(best, (len(where.parts), kind), key=lambda found: found[0])
            if len(where.parts) == best[0]:
                best = (best[0], kind)
    return best[1] if best[1] in NETWORK else ""


def _mount(line: str) -> tuple[Path | None, str]:
    """Return mount point and type of a line such as `36 35 98:0 / /mnt rw - ext4 /dev/a rw`."""
    left, mark, right = line.partition(" - ")
    fields, rest = left.split(" "), right.split(" ")
    if not mark or len(fields) < 5 or not rest[0]:
        return None, ""
    point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[4])
    return Path(point), rest[0]
