/* landlock: which files this process may still open (Linux 5.13 and later). */
#ifndef SANDBOX_LANDLOCK_H
#define SANDBOX_LANDLOCK_H

#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

enum landlock_right {
    LANDLOCK_READ = 1,  /* files and folders */
    LANDLOCK_WRITE = 2, /* write, make, rename and remove them */
    LANDLOCK_START = 4, /* programs */
};

/* landlock_version(): of the kernel's Landlock; 0: it has none, or it is switched off. */
int landlock_version(void);

/* landlock_open(version): the rules of a kernel of that version, still without any; -1: there
 * are none. What no rule allows is refused once they hold. */
int landlock_open(int version);
/* landlock_allow(rules, path, rights): `rights` of landlock_right for what stands at `path` and
 * below; a `path` that is not there is passed over. */
void landlock_allow(int rules, const char *path, int rights);
/* landlock_allow_all_but(rules, path, rights): the same for the whole machine but for the folder
 * `path`, and the lists of the folders it lies in. STATUS_NOT_FOUND where it is not there. */
must_check enum status landlock_allow_all_but(int rules, const char *path, int rights);
/* landlock_hold(rules): the rules hold from now on, and are closed; whether the kernel took
 * them. */
bool landlock_hold(int rules);

#endif
