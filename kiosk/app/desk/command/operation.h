/* operation: what a command does, whoever asks for it: values in, a page out. The command line
 * is one skin of it (command.h).
 *
 *   values, open office -> prepare -> what it wants is opened -> run -> page, bytes, or one
 *   sentence
 *
 * No operation prints, asks or ends the program: what it says goes onto its page, what programs
 * or printers take goes to office_put, what happens meanwhile to office_tell. */
#ifndef APP_DESK_COMMAND_OPERATION_H
#define APP_DESK_COMMAND_OPERATION_H

#include "app/desk/office/passphrase.h"
#include "app/desk/office/result.h"
#include "app/desk/office/staff/staff.h"
#include "app/common/options.h"
#include "base/buffer.h"
#include "report/page/page.h"

/* What must be opened, or chosen by a person, before an operation runs. */
struct operation_wants {
    bool
        result_keys; /* what results are opened with, as the values `key`, `identity` say */
    bool signing_key;             /* that of the organization */
    struct span keys_label;       /* the keys of this label; empty: none */
    const char *new_passphrase;   /* one for "the new key"; NULL: none */
    const char *question;         /* that a person answers with yes; NULL: none */
    const char *const *questions; /* further ones, each with a yes of its own */
    size_t question_count;        /* of those */
    const char *answer_by; /* the option that answers it where nobody can be asked */
};

struct operation {
    struct options values; /* files: the words without a name */
    struct office office;  /* open, unless none is needed */
    struct arena *arena;   /* the office's; nothing that was sealed is put there */
    /* Set by its prepare, where it has one: */
    struct operation_wants wants;
    void *state; /* what it found, for run */
    /* Open as it wants: */
    struct keys keys;
    struct secret signing_key;        /* struct minisign_key */
    struct passphrase passphrase;     /* the new one */
    struct passphrase old_passphrase; /* that opened the keys of a label */
    /* Closed by the skin, after what it said is shown: */
    struct result_reader reader;
    struct arena shown; /* guarded: what is shown may come from a record */
    struct page page;   /* built in `shown` */
};

/* operation_word(operation, index): the word number `index` as text; "" when it is not given. */
struct span operation_word(const struct operation *operation, size_t index);

/* operation_page_open(operation, bytes): an empty page, with room for `bytes` of texts and
 * nodes. The skin has opened a small one before; who says more than a few sentences opens
 * another. */
must_check enum status operation_page_open(struct operation *operation, size_t bytes);

/* operation_say(operation, format, ...): a further paragraph on the page. */
void operation_say(struct operation *operation, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* operation_say_lines(operation, text): the lines of `text`, as they are; nothing when it is
 * empty. */
void operation_say_lines(struct operation *operation, struct span text);

/* operation_faults(operation): where faults of documents are listed, line by line.
 * operation_say_faults(operation, faults): says them; nothing when there are none. */
struct buffer operation_faults(struct operation *operation);
void operation_say_faults(struct operation *operation, const struct buffer *faults);

/* operation_put(operation, bytes, mode): writes `bytes` into the file that the value `out` names,
 * with the permissions `mode`, and says so (output.h has the rule); without that value, or
 * for "-", puts them out. */
must_check enum status operation_put(struct operation *operation, struct span bytes,
                                     unsigned mode);

/* operation_json(operation, bytes): puts out the canonical JSON `bytes` and a line feed. */
must_check enum status operation_json(const struct operation *operation,
                                      struct span bytes);

/* operation_names(operation, what, out_names): the people given with --by, who agreed on `what`,
 * such as "a weight". STATUS_USAGE or STATUS_BAD_INPUT, with how to mend it, unless they are
 * BASIS_NAMES different people (is_name_same), each with a name of two letters at least, at most
 * OPERATION_NAME_CHARACTERS_MAX characters, and none that nobody sees (shown_text_check). */
enum { OPERATION_NAME_CHARACTERS_MAX = 80 };
must_check enum status operation_names(const struct operation *operation,
                                       const char *what,
                                       struct span out_names[BASIS_NAMES]);

/* operation_name(operation, what, out_name): the one person of --by, who does `what`, such as "an
 * erasure"; refused as operation_names refuses one. */
must_check enum status operation_name(const struct operation *operation, const char *what,
                                      struct span *out_name);

/* operation_name_check(operation, name): refuses a name of a person as operation_names does. */
must_check enum status operation_name_check(const struct operation *operation,
                                            struct span name);

/* operation_note(operation, what, about): adds to the log of the desk (access_log.h) that `what` is
 * done now with the keys that are open, `about` a reference or a label. Before it goes out. */
void operation_note(struct operation *operation, const char *what, struct span about);

/* operation_note_people(operation, what, about, is_given): the same before somebody's answers or
 * figures go out, `is_given` as a file or to a program: nobody reads them without a row. In a copy
 * of the folder that can only be read a person may still read on the screen, and is told that it is
 * not logged; all else is STATUS_REFUSED. is_operation_given(operation): what it puts out does
 * not go to a screen. */
must_check enum status operation_note_people(struct operation *operation,
                                             const char *what, struct span about,
                                             bool is_given);
bool is_operation_given(const struct operation *operation);

/* operation_who(operation): the label under which the set of keys knows one of those that are open:
 * who the log names. */
struct span operation_who(struct operation *operation);

/* operation_reader_open(operation, record_count): opens operation->reader for so many records. */
must_check enum status operation_reader_open(struct operation *operation,
                                             size_t record_count);

/* operation_people_read(operation, page_bytes, out_people): opens the page, of at most
 * `page_bytes`, and the reader, and reads the candidates of all vacancies; people_close gives them
 * back, also after a failure. `out_people` is all zero before. */
struct people;
must_check enum status operation_people_read(struct operation *operation,
                                             size_t page_bytes,
                                             struct people *out_people);

/* What may stand as `prepare` of several operations. operation_wants_nothing(operation): it runs
 * as it is. operation_wants_result_keys(operation): it opens results. */
must_check enum status operation_wants_nothing(struct operation *operation);
must_check enum status operation_wants_result_keys(struct operation *operation);

/* X_run(operation), X_prepare(operation): each operation of command.def. A prepare refuses what
 * can be seen to be wrong before anything is opened, and sets operation->wants. */
#define HEADING(words)
#define GROUP(name, summary)
#define COMMAND(symbol, name, options, least, most, takes, need, roles, prepare,         \
                summary)                                                                 \
    must_check enum status prepare(struct operation *operation);                         \
    must_check enum status symbol##_run(struct operation *operation);
#include "app/desk/command/command.def"
#undef COMMAND
#undef GROUP
#undef HEADING

#endif
