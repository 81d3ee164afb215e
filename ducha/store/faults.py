"""Why the system refused a file, in Chinese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或目录",
    errno.ENOTDIR: "路径中有一段是文件，不是目录",
    errno.EISDIR: "这是目录，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "符号链接循环",
}


def reason(fault: OSError) -> str:
    """Return the reason of a system error."""
    return _REASONS.get(fault.errno or 0, f"系统错误{fault.errno}")
