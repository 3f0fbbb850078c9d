#include "app/kiosk/lock/lock_boot.h"

#include "base/buffer.h"
#include "base/wipe.h"
#include "seal/pbkdf2.h"
#include "seal/seal.h"

#include <string.h>

enum { ROUNDS = 10000, SALT_BYTES = 64, GROUP = 4, HASH_TEXT_BYTES = 512 };
#define BEGINNING "grub.pbkdf2.sha512."

void lock_boot_passphrase(char out_passphrase[LOCK_BOOT_PASSPHRASE_BYTES])
{
    static const char letters[] = "bcdefghijklnoprstuvx";
    enum { COUNT = sizeof letters - 1, FAIR = 256 / COUNT * COUNT };
    for (size_t i = 0; i < LOCK_BOOT_PASSPHRASE_BYTES - 1;) {
        unsigned char byte;
        if (i % (GROUP + 1) == GROUP) {
            out_passphrase[i++] = '.';
            continue;
        }
        seal_random(&byte, 1);
        if (byte < FAIR)
            out_passphrase[i++] = letters[byte % COUNT];
    }
    out_passphrase[LOCK_BOOT_PASSPHRASE_BYTES - 1] = 0;
}

static void hex_add(struct buffer *buffer, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_format(buffer, "%02X", bytes[i]);
}

struct span lock_boot_hash(struct arena *arena, struct span passphrase)
{
    unsigned char salt[SALT_BYTES], hash[PBKDF2_BYTES];
    struct buffer buffer = buffer_init(arena, HASH_TEXT_BYTES);
    seal_random(salt, sizeof salt);
    pbkdf2_derive(passphrase, (struct span){(const char *)salt, sizeof salt}, ROUNDS,
                  hash);
    buffer_format(&buffer, BEGINNING "%d.", ROUNDS);
    hex_add(&buffer, salt, sizeof salt);
    buffer_text(&buffer, ".");
    hex_add(&buffer, hash, sizeof hash);
    return buffer_span(&buffer);
}

enum status lock_boot_check(struct span hash)
{
    size_t bad = hash.count > HASH_TEXT_BYTES || !has_span_prefix(hash, BEGINNING);
    size_t points = 0;
    for (size_t i = sizeof BEGINNING - 1; i < hash.count && !bad; i++) {
        points += hash.data[i] == '.';
        bad += hash.data[i] != '.' && span_hex_digit(hash.data[i]) < 0;
    }
    return !bad && points == 2
               ? OK
               : fail(STATUS_USAGE, "--boot-hash wants what grub-mkpasswd-pbkdf2 writes: "
                                    "grub.pbkdf2.sha512.ROUNDS.SALT.HASH");
}
