/* wake: sleeping until an input device has news, for SDL drivers that would look every
 * millisecond (evdev without a window system). SDL does not tell what it reads from, the system
 * does: the open files of this process that are input devices, and the socket that announces
 * new ones. */
#ifndef DEVICE_WAKE_H
#define DEVICE_WAKE_H

/* wake_wait(timeout_ms): sleeps until an input device has news, a signal comes, or `timeout_ms`
 * are over; -1: no limit. */
void wake_wait(int timeout_ms);

#endif
