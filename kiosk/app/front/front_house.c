#include "app/front/front_house.h"

#include "app/common/console.h"
#include "base/clock.h"
#include "base/file.h"
#include "seal/fingerprint.h"
#include "web/certificate.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    PORT_MOST = 65535,
    NAME_BYTES_MAX = 250,
    FIRST_PASSED = 3, /* the descriptor of the first socket that systemd passes in */
    OUT_OF_THE_WAY = 10,
    DAY_S = 24 * 3600,
};
#define MADE_CERTIFICATE "desk.crt"
#define MADE_KEY "desk.key"

/* --- where --- */

/* "10.1.2.3:8443" */
static enum status address_read(const char *text, struct front_wants *wants)
{
    char host[INET_ADDRSTRLEN];
    const struct span typed = span_of(text);
    const size_t colon = span_find(typed, ':');
    struct in_addr address;
    int64_t port = 0;
    if (colon < sizeof host) {
        memcpy(host, text, colon);
        host[colon] = 0;
    }
    if (colon >= sizeof host || inet_pton(AF_INET, host, &address) != 1 ||
        !span_to_integer(span_cut(typed, colon + 1, typed.count), &port) || port < 1 ||
        port > PORT_MOST)
        return fail(
            STATUS_USAGE,
            "--listen: \"%.40s\" is not an address; write it as 10.1.2.3:8443, or "
            "0.0.0.0:8443 for every address of this machine",
            text);
    wants->address = address.s_addr;
    wants->port = (unsigned)port;
    return OK;
}

/* Says nothing of sockets to the agents, which are given none. */
static int passed_take(void)
{
    const char *const process = getenv("LISTEN_PID"), *const count = getenv("LISTEN_FDS");
    int64_t number = 0, sockets = 0;
    const bool is_ours = process && count && span_to_integer(span_of(process), &number) &&
                         number == getpid() &&
                         span_to_integer(span_of(count), &sockets) && sockets > 0;
    unsetenv("LISTEN_PID");
    unsetenv("LISTEN_FDS");
    unsetenv("LISTEN_FDNAMES");
    if (!is_ours)
        return 0;
    const int moved = fcntl(FIRST_PASSED, F_DUPFD_CLOEXEC, OUT_OF_THE_WAY);
    close(FIRST_PASSED);
    return moved > 0 ? moved : 0;
}

static enum status name_check(const char *name)
{
    const size_t count = strlen(name);
    const size_t right = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-.");
    return count && count == right && count <= NAME_BYTES_MAX && name[0] != '.'
               ? OK
               : fail(STATUS_USAGE,
                      "--name: \"%.60s\" is not a name that browsers write; such as "
                      "hr.acme.example, in small letters",
                      name);
}

/* --- with which certificate --- */

static enum status file_take(struct arena *arena, const char *path,
                             struct span *out_bytes)
{
    return file_read(arena, path, CERTIFICATE_BYTES_MAX, out_bytes);
}

static enum status print_tell(struct arena *arena, const struct certificate *certificate)
{
    return console_put(span_format(
        arena,
        "This certificate was made here, so browsers warn of it until they are "
        "told to trust it. Its print (SHA-256):\n%.*s\nIts first eight bytes in "
        "words:\n%.*s\n",
        SPAN_ARGS(span_hex(arena, certificate->print, sizeof certificate->print)),
        SPAN_ARGS(fingerprint_words(arena, certificate->print))));
}

static enum status made_write(struct arena *arena, const char *folder, const char *name)
{
    struct certificate made;
    const char *const chain = file_path(arena, folder, MADE_CERTIFICATE);
    const char *const key = file_path(arena, folder, MADE_KEY);
    enum status status = certificate_make(arena, name, clock_now().unix_ms / 1000, &made);
    if (status == OK)
        status = file_write(key, made.key, 0600);
    return status == OK ? file_write(chain, made.chain, 0644) : status;
}

/* Where one was made before it is used again, so that who trusts it is not asked anew. */
static enum status made_find(struct arena *arena, const char *folder, const char *name,
                             const char **out_chain, const char **out_key)
{
    *out_chain = file_path(arena, folder, MADE_CERTIFICATE);
    *out_key = file_path(arena, folder, MADE_KEY);
    return is_file(*out_chain) && is_file(*out_key) ? OK
                                                    : made_write(arena, folder, name);
}

static enum status end_tell(struct arena *arena, const struct certificate *certificate,
                            int64_t now_s)
{
    const struct span day = clock_date(arena, certificate->until_s * 1000);
    const int64_t days = (certificate->until_s - now_s) / DAY_S;
    if (days <= CERTIFICATE_SOON_DAYS)
        console_line(
            CONSOLE_ERROR,
            "WARNING: the certificate of this desk ends on %.*s, in %lld days; then no "
            "browser comes to it any more: ask for a new one",
            SPAN_ARGS(day), (long long)days);
    return console_put(
        span_format(arena, "The certificate is good until %.*s.\n", SPAN_ARGS(day)));
}

static enum status certificate_take(struct arena *arena, const struct options *values,
                                    struct front_wants *wants)
{
    const bool is_made = has_option(values, "self-made");
    const int64_t now_s = clock_now().unix_ms / 1000;
    const char *chain = options_text(values, "certificate");
    const char *key = options_text(values, "key");
    struct certificate certificate = {0};
    enum status status = OK;
    if (is_made)
        status = made_find(arena, wants->folder, wants->host, &chain, &key);
    if (status == OK)
        status = file_take(arena, chain, &certificate.chain);
    if (status == OK)
        status = file_take(arena, key, &certificate.key);
    if (status == OK)
        status = certificate_check(&certificate, wants->host, now_s);
    if (status != OK)
        return status;
    wants->certificate = certificate.chain;
    wants->key = certificate.key;
    wants->certificate_until_s = certificate.until_s;
    status = end_tell(arena, &certificate, now_s);
    return status == OK && is_made ? print_tell(arena, &certificate) : status;
}

/* --- both --- */

static bool is_loopback(unsigned address)
{
    return (ntohl(address) >> 24) == 127;
}

/* A certificate is given as a file with its key, or made. */
static enum status pair_check(const struct options *values, bool *out_has_certificate)
{
    const bool has_chain = has_option(values, "certificate");
    const bool is_made = has_option(values, "self-made");
    if (has_chain != has_option(values, "key"))
        return fail(STATUS_USAGE, "--certificate and --key belong together");
    if (has_chain && is_made)
        return fail(STATUS_USAGE, "either --certificate and --key, or --self-made");
    *out_has_certificate = has_chain || is_made;
    return *out_has_certificate == has_option(values, "name")
               ? OK
               : fail(STATUS_USAGE, "a certificate and --name HOST belong together");
}

static enum status together_check(const struct options *values,
                                  const struct front_wants *wants)
{
    bool has_certificate = false;
    const enum status status = pair_check(values, &has_certificate);
    if (status == OK && !has_certificate &&
        (wants->listening || !is_loopback(wants->address)))
        return fail(STATUS_REFUSED,
                    "other machines reach this desk over TLS only: give --name, and "
                    "--certificate with --key, or --self-made");
    return status;
}

enum status front_house_wants(struct arena *arena, const struct options *values,
                              struct front_wants *wants)
{
    const char *const listen = options_text(values, "listen");
    const char *const name = options_text(values, "name");
    enum status status = OK;
    wants->address = htonl(INADDR_LOOPBACK);
    wants->listening = passed_take();
    if (listen && wants->listening)
        return fail(STATUS_USAGE, "a socket was passed in; leave --listen out");
    if (listen)
        status = address_read(listen, wants);
    if (status == OK)
        status = together_check(values, wants);
    if (status != OK || !name)
        return status;
    if (!listen && !wants->listening)
        return fail(STATUS_USAGE, "say where: --listen ADDRESS:PORT");
    status = name_check(name);
    wants->host = name;
    return status == OK ? certificate_take(arena, values, wants) : status;
}
