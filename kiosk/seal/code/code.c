#include "seal/code/code.h"

#include "base/must.h"
#include "seal/code/crockford.h"

#include <sodium.h>
#include <string.h>

enum { HALF = CODE_SYMBOLS / 2 };

static const char vowels[] = {'A', 'E'};

/* Each purpose derives a key of its own from the master: never reuse a number. */
enum purpose {
    PURPOSE_TAG = 1,
    PURPOSE_LOCATOR = 2,
    PURPOSE_WRAPPING = 3,
    PURPOSE_PSEUDONYM = 4,
};

static const char context[crypto_kdf_CONTEXTBYTES] = {'h', 'f', '-', 'c',
                                                      'o', 'd', 'e', '1'};

_Static_assert(CODE_MASTER_BYTES == crypto_kdf_KEYBYTES, "master key size");
_Static_assert(CODE_TAG_BYTES >= crypto_kdf_BYTES_MIN, "tag size");

void code_generate(struct code *out_code)
{
    for (size_t i = 0; i < CODE_SYMBOLS; i++)
        do {
            const unsigned char bits = (unsigned char)randombytes_random();
            crockford_write(&bits, 1, &out_code->symbols[i]);
        } while (memchr(vowels, out_code->symbols[i], sizeof vowels));
}

void code_write(const struct code *code, char out_text[CODE_TEXT_BYTES])
{
    memcpy(out_text, code->symbols, HALF);
    out_text[HALF] = '-';
    memcpy(out_text + HALF + 1, code->symbols + HALF, CODE_SYMBOLS - HALF);
    out_text[CODE_TEXT_BYTES - 1] = 0;
}

enum status code_read(struct span typed, struct code *out_code)
{
    struct code code = {{0}};
    size_t count = 0;
    for (size_t i = 0; i < typed.count; i++) {
        if (memchr(" -\t\r\n", typed.data[i], 5))
            continue;
        const char symbol = crockford_read(typed.data[i]);
        if (!symbol)
            return fail(STATUS_BAD_INPUT,
                        "this is not an access code: it holds a letter or sign that no "
                        "code has");
        if (count < CODE_SYMBOLS)
            code.symbols[count] = symbol;
        count++;
    }
    if (count != CODE_SYMBOLS)
        return fail(STATUS_BAD_INPUT,
                    "an access code has %d letters and digits; this has %zu",
                    CODE_SYMBOLS, count);
    *out_code = code;
    return OK;
}

enum status code_master(const struct code *code,
                        const unsigned char salt[STRETCH_SALT_BYTES],
                        struct stretch_cost cost,
                        unsigned char out_master[CODE_MASTER_BYTES])
{
    return stretch_key((struct span){code->symbols, CODE_SYMBOLS}, salt, cost,
                       out_master);
}

static void derive(const unsigned char *master, enum purpose purpose,
                   unsigned char *out_key, size_t count)
{
    must(crypto_kdf_derive_from_key(out_key, count, (uint64_t)purpose, context, master) ==
         0);
}

void code_tag(const unsigned char master[CODE_MASTER_BYTES],
              unsigned char out_tag[CODE_TAG_BYTES])
{
    derive(master, PURPOSE_TAG, out_tag, CODE_TAG_BYTES);
}

void code_locator(const unsigned char master[CODE_MASTER_BYTES],
                  unsigned char out_locator[CODE_LOCATOR_BYTES])
{
    derive(master, PURPOSE_LOCATOR, out_locator, CODE_LOCATOR_BYTES);
}

/* Its name keeps it apart from code_wrapping_key, which has the same key. */
void code_mark(const unsigned char tag[CODE_TAG_BYTES],
               const unsigned char device_secret[CODE_DEVICE_SECRET_BYTES],
               unsigned char out_mark[CODE_MARK_BYTES])
{
    static const unsigned char salt[crypto_generichash_blake2b_SALTBYTES],
        name[crypto_generichash_blake2b_PERSONALBYTES] = {'h', 'f', '-', 'm', 'a',
                                                          'r', 'k', '-', 'v', '1'};
    must(crypto_generichash_blake2b_salt_personal(
             out_mark, CODE_MARK_BYTES, tag, CODE_TAG_BYTES, device_secret,
             CODE_DEVICE_SECRET_BYTES, salt, name) == 0);
}

void code_pseudonym(const unsigned char master[CODE_MASTER_BYTES],
                    unsigned char out_pseudonym[CODE_PSEUDONYM_BYTES])
{
    derive(master, PURPOSE_PSEUDONYM, out_pseudonym, CODE_PSEUDONYM_BYTES);
}

void code_wrapping_key(const unsigned char master[CODE_MASTER_BYTES],
                       const unsigned char device_secret[CODE_DEVICE_SECRET_BYTES],
                       unsigned char out_key[CODE_WRAPPING_KEY_BYTES])
{
    unsigned char part[CODE_MASTER_BYTES];
    derive(master, PURPOSE_WRAPPING, part, sizeof part);
    must(crypto_generichash(out_key, CODE_WRAPPING_KEY_BYTES, device_secret,
                            CODE_DEVICE_SECRET_BYTES, part, sizeof part) == 0);
    sodium_memzero(part, sizeof part);
}
