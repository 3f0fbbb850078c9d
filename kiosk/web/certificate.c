#include "web/certificate.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>

enum { DAY_S = 24 * 3600, SERIAL_BYTES = 16, CHAIN_MOST = 8, VERSION = 3 };

static gnutls_datum_t datum(struct span bytes)
{
    /* The library reads it and does not write, whatever its type says. */
    return (gnutls_datum_t){(unsigned char *)(uintptr_t)bytes.data,
                            (unsigned)bytes.count};
}

static enum status wrong(const char *what, int why)
{
    return fail(STATUS_BAD_INPUT, "%s: %s", what, gnutls_strerror(why));
}

/* What a server would do with both: they are read, and belong together. */
static enum status pair_check(const struct certificate *certificate)
{
    const gnutls_datum_t chain = datum(certificate->chain), key = datum(certificate->key);
    gnutls_certificate_credentials_t pair;
    int why = gnutls_certificate_allocate_credentials(&pair);
    if (why != GNUTLS_E_SUCCESS)
        return fail(STATUS_IO, "TLS does not begin: %s", gnutls_strerror(why));
    why = gnutls_certificate_set_x509_key_mem(pair, &chain, &key, GNUTLS_X509_FMT_PEM);
    gnutls_certificate_free_credentials(pair);
    return why >= 0 ? OK
                    : wrong("this certificate and key cannot be used; both are PEM and "
                            "belong together",
                            why);
}

static enum status first_check(gnutls_x509_crt_t first, const char *host, int64_t now_s,
                               struct certificate *certificate)
{
    size_t bytes = sizeof certificate->print;
    certificate->until_s = (int64_t)gnutls_x509_crt_get_expiration_time(first);
    if (gnutls_x509_crt_get_fingerprint(first, GNUTLS_DIG_SHA256, certificate->print,
                                        &bytes) != GNUTLS_E_SUCCESS)
        return fail(STATUS_BAD_INPUT, "this certificate has no print");
    if (!gnutls_x509_crt_check_hostname(first, host))
        return fail(STATUS_BAD_INPUT,
                    "this certificate is not for the name %s; browsers would warn of it",
                    host);
    if (now_s >= certificate->until_s)
        return fail(STATUS_REFUSED, "this certificate is over; ask for a new one");
    return now_s < (int64_t)gnutls_x509_crt_get_activation_time(first)
               ? fail(STATUS_REFUSED,
                      "this certificate has not begun; is the clock right?")
               : OK;
}

enum status certificate_check(struct certificate *certificate, const char *host,
                              int64_t now_s)
{
    const gnutls_datum_t text = datum(certificate->chain);
    gnutls_x509_crt_t list[CHAIN_MOST];
    unsigned count = CHAIN_MOST;
    enum status status = pair_check(certificate);
    if (status != OK)
        return status;
    const int why =
        gnutls_x509_crt_list_import(list, &count, &text, GNUTLS_X509_FMT_PEM, 0);
    if (why < 1)
        return wrong("this certificate cannot be read", why);
    status = first_check(list[0], host, now_s, certificate);
    for (unsigned i = 0; i < count; i++)
        gnutls_x509_crt_deinit(list[i]);
    return status;
}

/* --- made here --- */

static int fill(gnutls_x509_crt_t made, gnutls_x509_privkey_t key, const char *host,
                int64_t now_s)
{
    unsigned char serial[SERIAL_BYTES];
    int why = gnutls_rnd(GNUTLS_RND_NONCE, serial, sizeof serial);
    serial[0] &= 0x7f; /* a positive number */
    if (why >= 0)
        why = gnutls_x509_crt_set_version(made, VERSION);
    if (why >= 0)
        why = gnutls_x509_crt_set_serial(made, serial, sizeof serial);
    if (why >= 0)
        why = gnutls_x509_crt_set_activation_time(made, (time_t)(now_s - DAY_S));
    if (why >= 0)
        why = gnutls_x509_crt_set_expiration_time(
            made, (time_t)(now_s + (int64_t)CERTIFICATE_LIFE_DAYS * DAY_S));
    if (why >= 0)
        why = gnutls_x509_crt_set_dn_by_oid(made, GNUTLS_OID_X520_COMMON_NAME, 0, host,
                                            (unsigned)strlen(host));
    if (why >= 0)
        why = gnutls_x509_crt_set_subject_alt_name(
            made, GNUTLS_SAN_DNSNAME, host, (unsigned)strlen(host), GNUTLS_FSAN_SET);
    if (why >= 0)
        why = gnutls_x509_crt_set_key(made, key);
    return why >= 0 ? gnutls_x509_crt_sign2(made, made, key, GNUTLS_DIG_SHA256, 0) : why;
}

static int write_all(struct arena *arena, gnutls_x509_crt_t made,
                     gnutls_x509_privkey_t key, struct certificate *certificate)
{
    gnutls_datum_t chain = {0}, secret = {0};
    int why = gnutls_x509_crt_export2(made, GNUTLS_X509_FMT_PEM, &chain);
    if (why >= 0)
        why = gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &secret);
    if (why >= 0) {
        certificate->chain =
            span_copy(arena, (struct span){(const char *)chain.data, chain.size});
        certificate->key =
            span_copy(arena, (struct span){(const char *)secret.data, secret.size});
    }
    gnutls_free(chain.data);
    if (secret.data)
        gnutls_memset(secret.data, 0, secret.size);
    gnutls_free(secret.data);
    return why;
}

static int make(struct arena *arena, const char *host, int64_t now_s,
                gnutls_x509_crt_t made, gnutls_x509_privkey_t key,
                struct certificate *certificate)
{
    int why = gnutls_x509_privkey_generate(
        key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0);
    if (why >= 0)
        why = fill(made, key, host, now_s);
    return why >= 0 ? write_all(arena, made, key, certificate) : why;
}

enum status certificate_make(struct arena *arena, const char *host, int64_t now_s,
                             struct certificate *out_certificate)
{
    gnutls_x509_crt_t made = NULL;
    gnutls_x509_privkey_t key = NULL;
    int why = gnutls_x509_crt_init(&made);
    if (why >= 0)
        why = gnutls_x509_privkey_init(&key);
    if (why >= 0)
        why = make(arena, host, now_s, made, key, out_certificate);
    if (made)
        gnutls_x509_crt_deinit(made);
    if (key)
        gnutls_x509_privkey_deinit(key);
    return why >= 0
               ? OK
               : fail(STATUS_IO, "no certificate can be made: %s", gnutls_strerror(why));
}
