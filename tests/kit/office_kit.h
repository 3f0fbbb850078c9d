/* office_kit: the folder of an organization for the tests of app/desk/office, with a terminal whose
 * results are really signed and sealed, and a listener that keeps what it is told. */
#ifndef KIT_OFFICE_KIT_H
#define KIT_OFFICE_KIT_H

#include "app/desk/office/assessment_files.h"
#include "app/desk/office/keys.h"
#include "app/desk/office/office.h"
#include "app/desk/office/once/once.h"
#include "app/desk/office/trust/roll_write.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"
#include "read.h"
#include "sample.h"
#include "scoring/record.h"
#include "scoring/score.h"
#include "seal/age/age_wrap.h"
#include "seal/envelope.h"
#include "seal/payload.h"
#include "store/enrolments.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Noon, UTC, of 2026-11-16. */
enum { KIT_NOON_S = 1794830400 };
enum { OFFICE_KIT_ARENA_BYTES = 256 * 1024 * 1024, OFFICE_KIT_TOLD_BYTES = 64 * 1024 };

static const unsigned char office_kit_device[CHAIN_ID_BYTES] = {0xde, 0x51};

static struct office_kit {
    struct arena arena;
    char around[64];    /* a folder of the test's own */
    const char *folder; /* that of the organization, in it */
    struct office office;
    struct office_listener listener;
    struct buffer put_out, notices,
        progress; /* what the listener was given, one a line */
    size_t warning_count;
    struct age_identity recruiter, recovery;
    struct keys keys; /* open: the recruiter's */
    struct minisign_key signing;
    struct minisign_public organization;
    struct roll_write roll; /* what the organization has signed for so far */
    unsigned char secret[SIGN_SECRET_BYTES], public_key[CHAIN_PUBLIC_KEY_BYTES];
    uint64_t sequence;
    unsigned char last_hash[CHAIN_HASH_BYTES];
} kit;

#define assert_status(call, wanted)                                                      \
    do {                                                                                 \
        const enum status status_ = (call);                                              \
        if (status_ != (wanted))                                                         \
            print_message("%s: \"%s\"\n", #call, status_ == OK ? "" : status_last());    \
        assert_int_equal(status_, (wanted));                                             \
    } while (0)
#define assert_ok(call) assert_status(call, OK)

static inline bool office_kit_has(struct span text, const char *words)
{
    return memmem(text.data, text.count, words, strlen(words)) != NULL;
}

#define assert_has(text, words)                                                          \
    do {                                                                                 \
        const struct span text_ = (text);                                                \
        if (!office_kit_has(text_, words))                                               \
            print_message("no \"%s\" in:\n%.*s\n", words, SPAN_ARGS(text_));             \
        assert_true(office_kit_has(text_, words));                                       \
    } while (0)

static inline enum status office_kit_on_output(void *context, struct span bytes)
{
    (void)context;
    buffer_add(&kit.put_out, bytes);
    return OK;
}

static inline void office_kit_on_notice(void *context, enum office_notice kind,
                                        struct span words)
{
    (void)context;
    kit.warning_count += kind == OFFICE_WARNING;
    buffer_add(&kit.notices, words);
    buffer_text(&kit.notices, "\n");
}

static inline void office_kit_on_progress(void *context, const char *what, size_t done,
                                          size_t all)
{
    (void)context;
    buffer_format(&kit.progress, "%s %zu of %zu\n", what, done, all);
}

/* The descriptor of a pipe with `text` in it, and options that name it for passphrases. */
static inline int office_kit_passphrases(const char *text, struct options *out_options)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, strlen(text)), strlen(text));
    close(ends[1]);
    *out_options = (struct options){
        .names = {SPAN("passphrase-fd")},
        .values = {span_format(&kit.arena, "%d", ends[0]).data},
        .option_count = 1,
    };
    return ends[0];
}

/* A file of the organization. */
static inline void office_kit_write(const char *name, struct span bytes)
{
    assert_ok(file_write(file_path(&kit.arena, kit.folder, name), bytes, 0600));
    once_forget(name, &kit.office.once); /* as the next command would find it */
}

static inline void office_kit_assessment(void)
{
    struct assessment_file *files;
    const size_t count =
        read_folder(&kit.arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    for (size_t i = 0; i < count; i++)
        office_kit_write(
            span_format(&kit.arena, "assessment/%.*s", SPAN_ARGS(files[i].name)).data,
            files[i].bytes);
}

/* What was signed for lies there, and is read anew. */
static inline void office_kit_sign(void)
{
    office_kit_write(ROLL_FILE, roll_write_bytes(&kit.roll));
    archive_close(kit.office.archive);
    kit.office.archive = NULL;
    kit.office.roll = NULL;
}

static inline void office_kit_keyset(int64_t not_after_unix_s)
{
    age_identity_generate(&kit.recovery);
    struct keyset_recipient recipients[] = {
        {.recipient = age_recipient_write(&kit.arena, &kit.recruiter.recipient),
         .role = RECIPIENT_RECRUITER,
         .label = SPAN("recruiter"),
         .not_after_unix_s = not_after_unix_s},
        {.recipient = age_recipient_write(&kit.arena, &kit.recovery.recipient),
         .role = RECIPIENT_RECOVERY,
         .label = SPAN("recovery")},
    };
    const struct keyset keyset = {
        .version = 1, .recipients = recipients, .recipient_count = 2};
    const struct span bytes = config_keyset_write(&kit.arena, &keyset);
    office_kit_write("keyset.json", bytes);
    roll_write_keyset(&kit.roll, bytes);
    office_kit_sign();
}

static inline void office_kit_documents(void)
{
    const struct organization organization = {
        .name = SPAN("Acme"),
        .contact = SPAN("hr"),
        .language = SPAN("en"),
        .retention = SPAN("Six months."),
        .code_cost = {1, 64 * 1024},
        .key_cost = {1, 64 * 1024},
    };
    const struct invitations invitations = {.operations = 1, .memory_bytes = 64 * 1024};
    office_kit_write("organization.json", organization_write(&kit.arena, &organization));
    office_kit_write("invitations.json",
                     config_invitations_write(&kit.arena, &invitations));
    office_kit_write("sequence", SPAN("0\n"));
    struct minisign_public public;
    age_identity_generate(&kit.recruiter);
    minisign_generate(&kit.signing);
    minisign_public_of(&kit.signing, &public);
    office_kit_write("keys/organization.pub", minisign_public_write(&kit.arena, &public));
    roll_write_begin(&kit.arena, NULL, &kit.signing, &kit.roll);
    office_kit_keyset(0);
}

/* An open, empty office. */
static inline int office_kit_begin(void **state)
{
    static const char *const folders[] = {"", "keys", "assessment",
                                          "assessment/pictures"};
    (void)state;
    memset(&kit, 0, sizeof kit);
    arena_init(&kit.arena, OFFICE_KIT_ARENA_BYTES);
    snprintf(kit.around, sizeof kit.around, "/tmp/resonance-office-XXXXXX");
    if (seal_start() != OK || !mkdtemp(kit.around))
        return -1;
    kit.folder = file_path(&kit.arena, kit.around, "org");
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_ok(folder_make(file_path(&kit.arena, kit.folder, folders[i])));
    office_kit_assessment();
    office_kit_documents();
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
    kit.put_out = buffer_init(&kit.arena, OFFICE_KIT_TOLD_BYTES);
    kit.notices = buffer_init(&kit.arena, OFFICE_KIT_TOLD_BYTES);
    kit.progress = buffer_init(&kit.arena, OFFICE_KIT_TOLD_BYTES);
    kit.listener = (struct office_listener){.on_output = office_kit_on_output,
                                            .on_notice = office_kit_on_notice,
                                            .on_progress = office_kit_on_progress};
    kit.office.listener = &kit.listener;
    minisign_public_of(&kit.signing, &kit.organization);
    kit.keys = (struct keys){
        .identities = &kit.recruiter, .count = 1, .organization = &kit.organization};
    return 0;
}

static inline int office_kit_end(void **state)
{
    (void)state;
    office_close(&kit.office);
    const enum status status = tree_remove(kit.around);
    arena_done(&kit.arena);
    return status == OK ? 0 : -1;
}

#define OFFICE_TEST(name)                                                                \
    cmocka_unit_test_setup_teardown(name, office_kit_begin, office_kit_end)

static inline struct archive *office_kit_archive(void)
{
    struct archive *archive = NULL;
    assert_ok(office_archive(&kit.office, &archive));
    return archive;
}

/* The terminal "Lobby" in its enrolment `epoch`, with the key of kit.secret. */
static inline void office_kit_enrol(uint64_t epoch)
{
    struct enrolled_terminal terminal = {.epoch = epoch, .label = SPAN("Lobby")};
    if (epoch == 1)
        sign_generate(kit.secret, kit.public_key);
    memcpy(terminal.id, office_kit_device, sizeof terminal.id);
    memcpy(terminal.public_key, kit.public_key, sizeof terminal.public_key);
    roll_write_terminal(&kit.roll, &terminal);
    office_kit_sign();
}

/* What the terminal writes next. */
static inline struct header office_kit_envelope(void)
{
    struct header header = {.type = HEADER_RESULT,
                            .epoch = 1,
                            .sequence = kit.sequence + 1,
                            .time_s = 1795471200};
    memcpy(header.device_id, office_kit_device, sizeof header.device_id);
    memcpy(header.previous_hash, kit.last_hash, sizeof header.previous_hash);
    header.record_id[0] = (unsigned char)header.sequence;
    header.record_id[1] = 0x77;
    return header;
}

/* `header` around `payload`, signed by the terminal; the next one follows it. */
static inline struct entry office_kit_entry(struct header *header, struct span payload)
{
    envelope_cover(payload, header);
    struct entry entry = entry_from_header(header, payload);
    envelope_hash(entry.header, entry.entry_hash);
    envelope_sign(kit.secret, entry.header, entry.signature);
    kit.sequence = header->sequence;
    memcpy(kit.last_hash, entry.entry_hash, sizeof kit.last_hash);
    return entry;
}

/* The assessment of the office, with the hash by which records name it. */
static inline struct assessment *office_kit_form(void)
{
    struct assessment *assessment = NULL;
    struct file_set set = file_set_init(&kit.arena);
    assert_ok(assessment_files_read(&set, file_path(&kit.arena, kit.folder, "assessment"),
                                    NULL, &assessment));
    return assessment;
}

/* What a person of `role` answered, sealed to the recruiter and put into the archive under a header
 * that names the form `named`; `seed` makes other answers. */
static inline struct entry
office_kit_result_named(const struct assessment *assessment,
                        const unsigned char named[CHAIN_HASH_BYTES], enum role role,
                        uint64_t seed)
{
    struct provenance provenance = {.software = SPAN("kit"),
                                    .organization = SPAN("Acme"),
                                    .mode = SPAN("kiosk"),
                                    .finished_unix_ms = 1795471200000};
    struct header header = office_kit_envelope();
    const struct sample_person person = sample_person_of(seed, 5, .5);
    struct sitting *sitting = sample_sit(&kit.arena, assessment, role, seed, &person);
    struct scorecard *scorecard = NULL;
    struct basis *basis = NULL;
    struct agreement_view view;
    struct span payload, file;
    memcpy(sitting->start.record_id, header.record_id, sizeof header.record_id);
    memcpy(provenance.assessment_hash, assessment->hash,
           sizeof provenance.assessment_hash);
    memcpy(header.assessment_hash, named, sizeof header.assessment_hash);
    assert_ok(basis_build(&kit.arena, assessment,
                          sample_raters(&kit.arena, assessment, 5, 5, .8), 5, &basis,
                          &view));
    if (role == ROLE_RATER)
        basis = NULL;
    assert_ok(score_sitting(&kit.arena, sitting, basis, &scorecard));
    assert_ok(
        payload_wrap(&kit.arena, &header,
                     record_write(&kit.arena, sitting, basis, scorecard, &provenance),
                     assessment->sealed_bytes, &payload));
    assert_ok(age_wrap(&kit.arena, &kit.recruiter.recipient, 1, payload, &file));
    const struct entry entry = office_kit_entry(&header, file);
    assert_ok(archive_put(office_kit_archive(), &entry));
    return entry;
}

static inline struct entry office_kit_result(const struct assessment *assessment,
                                             enum role role, uint64_t seed)
{
    return office_kit_result_named(assessment, assessment->hash, role, seed);
}

#endif
