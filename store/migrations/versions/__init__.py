"""The steps, in order. One that was released is never changed: what comes is a new one."""
