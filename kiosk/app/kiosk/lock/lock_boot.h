/* lock_boot: what the boot loader asks for before anybody changes what the machine starts with. */
#ifndef APP_KIOSK_LOCK_LOCK_BOOT_H
#define APP_KIOSK_LOCK_LOCK_BOOT_H

#include "base/span.h"

enum { LOCK_BOOT_PASSPHRASE_BYTES = 20 };

/* lock_boot_passphrase(out_passphrase): one by chance, 69 bits, as a text in guarded memory or
 * wiped by the caller: sixteen letters in groups of four, and only such as stand at the same place
 * on American, British, German and French keyboards, because a boot loader knows the American one
 * only. */
void lock_boot_passphrase(char out_passphrase[LOCK_BOOT_PASSPHRASE_BYTES]);

/* lock_boot_hash(arena, passphrase): its hash as grub-mkpasswd-pbkdf2 writes it, with a new
 * salt. */
struct span lock_boot_hash(struct arena *arena, struct span passphrase);

/* lock_boot_check(hash): STATUS_USAGE unless `hash` is one. */
must_check enum status lock_boot_check(struct span hash);

#endif
