/* Read as files, so that it can be asked of a tree that is being made, too. The server's own
 * settings are not followed into each corner: PasswordAuthentication and PermitRootLogin are as
 * Debian ships them. */
#include "machine/way_back.h"

#include "base/file.h"

#include <string.h>
#include <sys/stat.h>

enum { TABLE_BYTES_MAX = 1024 * 1024, FIELDS = 7 };

struct table {
    struct span passwd, shadow, groups;
};

struct person {
    struct span name, passphrase, number, group, about, home, shell;
};

static const char *below(struct arena *arena, const char *root, const char *path)
{
    return span_format(arena, "%s%s", strcmp(root, "/") == 0 ? "" : root, path).data;
}

static bool is_there(struct arena *arena, const char *root, const char *path)
{
    struct stat about;
    return lstat(below(arena, root, path), &about) == 0;
}

static struct span text_of(struct arena *arena, const char *root, const char *path)
{
    struct span text;
    return file_read(arena, below(arena, root, path), TABLE_BYTES_MAX, &text) == OK
               ? text
               : SPAN("");
}

static bool is_ssh_started(struct arena *arena, const char *root)
{
    static const char *const wanted[] = {
        "/etc/systemd/system/multi-user.target.wants/ssh.service",
        "/etc/systemd/system/sockets.target.wants/ssh.socket"};
    bool is_wanted = false;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        is_wanted |= is_there(arena, root, wanted[i]);
    return is_wanted && is_file(below(arena, root, "/usr/sbin/sshd"));
}

static bool is_row(struct span *rest, struct span fields[FIELDS], size_t wanted)
{
    struct span line;
    while (rest->count && span_next(rest, '\n', &line)) {
        size_t count = 0;
        for (struct span left = line;
             count < FIELDS && span_next(&left, ':', &fields[count]);)
            count++;
        if (count >= wanted)
            return true;
    }
    return false;
}

static bool has_password(const struct table *table, struct span name)
{
    struct span rest = table->shadow, fields[FIELDS];
    while (is_row(&rest, fields, 2))
        if (is_span_equal(fields[0], name))
            return has_span_prefix(fields[1], "$");
    return false;
}

static bool may_sudo(struct arena *arena, const char *root, const struct table *table,
                     struct span name)
{
    struct span rest = table->groups, fields[FIELDS], member;
    if (!is_file(below(arena, root, "/usr/bin/sudo")))
        return false;
    while (is_row(&rest, fields, 4))
        for (struct span members = fields[3];
             is_span(fields[0], "sudo") && span_next(&members, ',', &member);)
            if (is_span_equal(member, name))
                return true;
    return false;
}

static bool has_key(struct arena *arena, const char *root, const struct person *person)
{
    const struct span file =
        span_format(arena, "%.*s/.ssh/authorized_keys", SPAN_ARGS(person->home));
    struct span rest = text_of(arena, root, file.data), line;
    while (rest.count && span_next(&rest, '\n', &line))
        if (span_trim(line).count && !has_span_prefix(span_trim(line), "#"))
            return true;
    return false;
}

static bool is_shell(struct span shell)
{
    return shell.count && !is_span(shell, "/usr/sbin/nologin") &&
           !is_span(shell, "/bin/false") && !is_span(shell, "/sbin/nologin") &&
           !is_span(shell, "/usr/bin/false") && !is_span(shell, "/bin/sync");
}

/* How `person` gets in and becomes root; NULL: not at all. */
static const char *way_of(struct arena *arena, const char *root,
                          const struct table *table, const struct person *person)
{
    const bool has_own_key = has_key(arena, root, person);
    if (!is_shell(person->shell))
        return NULL;
    if (is_span(person->number, "0"))
        return has_own_key ? "a key" : NULL;
    if (!has_own_key && !has_password(table, person->name))
        return NULL;
    if (may_sudo(arena, root, table, person->name))
        return "sudo";
    return has_password(table, SPAN("root")) ? "su" : NULL;
}

bool is_way_back_ssh(struct arena *arena, const char *root, struct span *out_words)
{
    const struct table table = {text_of(arena, root, "/etc/passwd"),
                                text_of(arena, root, "/etc/shadow"),
                                text_of(arena, root, "/etc/group")};
    struct span rest = table.passwd, fields[FIELDS];
    if (!is_ssh_started(arena, root)) {
        *out_words =
            SPAN("no ssh server starts with the machine (apt install openssh-server)");
        return false;
    }
    while (is_row(&rest, fields, FIELDS)) {
        const struct person person = {fields[0], fields[1], fields[2], fields[3],
                                      fields[4], fields[5], fields[6]};
        const char *way = way_of(arena, root, &table, &person);
        if (way) {
            *out_words =
                span_format(arena, "ssh, as %.*s, with %s", SPAN_ARGS(person.name), way);
            return true;
        }
    }
    *out_words = SPAN(
        "nobody can log in over ssh and become root (a key for root, or a person who "
        "may use sudo)");
    return false;
}
