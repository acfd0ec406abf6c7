"""Limits that the kernel holds around a process that reads what came from outside.

Pages are read by libraries in C: a page of two kilobytes can run for hours or ask for all
memory, and no exception, alarm or thread inside the process reaches it there.
"""

import ctypes
import errno
import os
import signal
import sys
from multiprocessing.process import BaseProcess

from convert.profile.night import Walls

if sys.platform != "win32":
    import resource

MIB = 1 << 20
CPU_MERCY = 5
"""Seconds of processor time between the signal that asks and the one that kills."""
PR_SET_PDEATHSIG = 1
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
MOST_KEPT = 1 << 30

_SIGNALS = {
    "SIGXCPU": "used up its processor time",
    "SIGXFSZ": "wrote too large a file",
    "SIGKILL": "was killed, perhaps for want of memory",
}


def enclose(walls: Walls) -> None:
    """Put limits around this process, whose group it leads and which ends with its parent.

    Processor time is not among them: see `allow_seconds`.
    """
    if sys.platform != "linux":
        return
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    for what, most in (
        (resource.RLIMIT_AS, walls.memory_mib * MIB),
        (resource.RLIMIT_FSIZE, walls.file_mib * MIB),
        (resource.RLIMIT_NOFILE, walls.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        top = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (top, top))


def keep_memory() -> None:
    """Have this process keep the memory that it gave back, as far as the C library can.

    The picture of a page takes tens of megabytes. Given back to the kernel and asked for
    again with every page, they cost a tenth of the page's time, in clearing them.
    """
    tune = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if tune is not None:
        for what in (M_MMAP_THRESHOLD, M_TRIM_THRESHOLD):
            tune(what, MOST_KEPT)


def allow_seconds(seconds: float) -> None:
    """Let this process have so much of the processor from now on, and its programs, too."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or soft < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def is_too_large(error: OSError, walls: Walls) -> bool:
    """Whether a file is larger than the walls allow: the page's fault, not the disk's."""
    if error.errno != errno.EFBIG or sys.platform == "win32":
        return False
    return resource.getrlimit(resource.RLIMIT_FSIZE)[0] == walls.file_mib * MIB


def kill(process: BaseProcess) -> None:
    """End a process that `enclose` was called in, and whatever it started, at once."""
    if process.pid is None:
        return
    if sys.platform == "win32":
        process.kill()
        return
    for end in (os.killpg, os.kill):  # before it leads its own group there is none
        try:
            end(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def how_it_ended(code: int | None) -> str:
    """Return what an exit code says of a process that did not end well."""
    if code is None or code >= 0:
        return f"ended with code {code}"
    name = signal.Signals(-code).name
    return _SIGNALS.get(name, f"died of {name}")


def is_limit(code: int | None) -> bool:
    """Whether a limit ended a process: another try would end alike."""
    return code is not None and code < 0 and signal.Signals(-code).name in {"SIGXCPU", "SIGXFSZ"}
