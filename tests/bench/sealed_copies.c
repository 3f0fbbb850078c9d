/* Results of many made-up people, sealed as a terminal seals them, so that the desk can be measured
 * with thousands:
 *
 *   bench_sealed_copies request KEY REQUEST            a device key, and the request that names it
 *                                                      with its words in REQUEST.words
 *   bench_sealed_copies words REQUEST                  the eight words of a request
 *   bench_sealed_copies public-words FILE              the eight words of a public key
 *   bench_sealed_copies seal KEY CONFIG COUNT BUNDLE   COUNT results for the configuration CONFIG
 *   bench_sealed_copies seal KEY CONFIG COUNT BUNDLE KEYSET   the same, and each header names the
 *                                                      keys of the file KEYSET all the same
 *   bench_sealed_copies seal-other KEY CONFIG COUNT BUNDLE   the same, the first of them with the
 *                                                      scores of somebody else
 *   bench_sealed_copies seal-each KEY CONFIG COUNT BUNDLE    the same, each with a card of its own
 *   bench_sealed_copies enrol KEY ARCHIVE EPOCH        a row of the archive for the device, which
 *                                                      nobody has signed for
 *   bench_sealed_copies sign KEY HEADER                the signature of a header, in hex
 *   bench_sealed_copies public KEY                     the public half of the device's key, in hex
 *   bench_sealed_copies forge KEY FAULT BUNDLE [CONFIG]   three entries, each signed by the device,
 *       that make no chain: FAULT is "link", "epoch" or "place"; with "none" they make one, and
 *       with "empty" one of them is a result whose content was removed
 *   bench_sealed_copies bare COUNT                     milliseconds for the cryptography alone: the
 *       signature, the hash of the sealed bytes, and the decryption for the first of two keys
 */
#include "base/clock.h"
#include "base/file.h"
#include "fleet/bundle_format.h"
#include "setup/config.h"
#include "setup/config_request.h"
#include "scoring/score.h"
#include "scoring/record.h"
#include "read.h"
#include "sample.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "seal/envelope.h"
#include "seal/fingerprint.h"
#include "seal/payload.h"
#include "store/enrolments.h"

#include <stdio.h>
#include <time.h>

enum { ARENA_BYTES = 768 * 1024 * 1024, PEOPLE = 50, RATERS = 8, AGE_MAX = 4 << 20 };
enum { SPECIMEN_BYTES = 96 * 1024 }; /* what the assessment in questionnaires/ pads to */

static const unsigned char device_id[CHAIN_ID_BYTES] = {0xbe, 0x9c};

struct sealer {
    unsigned char secret[SIGN_SECRET_BYTES];
    const struct assessment *assessment;
    const struct basis *basis;
    struct age_recipient recipients[RECIPIENTS_MAX];
    size_t recipient_count;
    unsigned char keyset_hash[CHAIN_HASH_BYTES];
    struct ledger *ledger;
    bool is_first_other; /* the first person is given the scores of another */
    bool is_each;        /* each has a card of their own */
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct span read_all(struct arena *arena, const char *path)
{
    struct span bytes = {0};
    must(file_read(arena, path, CONFIG_FILE_MAX_BYTES, &bytes) == OK);
    return bytes;
}

static struct span words_of(struct arena *arena, const char *kind, struct span bytes)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash(kind, bytes, hash);
    return fingerprint_words(arena, hash);
}

static void put_request(struct arena *arena, const char *key, const char *path)
{
    struct config_request request = {.label = SPAN("Bench")};
    unsigned char secret[SIGN_SECRET_BYTES];
    sign_generate(secret, request.device_key);
    memcpy(request.device_id, device_id, sizeof request.device_id);
    must(file_write(key, (struct span){(const char *)secret, sizeof secret}, 0600) == OK);
    const struct span bytes = config_request_write(arena, &request);
    must(file_write(path, bytes, 0644) == OK);
    must(file_write(span_format(arena, "%s.words", path).data,
                    words_of(arena, "request", bytes), 0644) == OK);
}

/* The assessment's hash as the desk makes it: names and hashes of its files. */
static void assessment_hash(struct arena *arena, const struct manifest *manifest,
                            unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct buffer text = buffer_init(arena, 1 << 20);
    for (size_t i = 0; i < manifest->file_count; i++) {
        if (!has_span_prefix(manifest->files[i].name, "assessment/"))
            continue;
        buffer_add(&text, manifest->files[i].name);
        buffer_text(&text, "\n");
        buffer_add(&text, (struct span){(const char *)manifest->files[i].hash,
                                        CHAIN_HASH_BYTES});
    }
    seal_hash("form", buffer_span(&text), out_hash);
}

static void read_assessment(struct arena *arena, const char *config,
                            struct sealer *sealer)
{
    struct assessment_file *files;
    struct assessment *assessment = NULL;
    struct manifest *manifest = NULL;
    struct basis *basis = NULL;
    struct agreement_view view;
    struct fault_list faults = fault_list_init(arena);
    const size_t count =
        read_folder(arena, file_path(arena, config, "assessment"), &files);
    must(assessment_read(arena, files, count, &faults, &assessment) == OK);
    must(config_manifest_read(arena,
                              read_all(arena, file_path(arena, config, "manifest.json")),
                              &manifest) == OK);
    assessment_hash(arena, manifest, assessment->hash);
    must(basis_build(arena, assessment, sample_raters(arena, assessment, RATERS, 5, .8),
                     RATERS, &basis, &view) == OK);
    sealer->assessment = assessment;
    sealer->basis = basis;
}

static void read_config(struct arena *arena, const char *config, struct sealer *sealer)
{
    struct keyset *keyset = NULL;
    const struct span bytes = read_all(arena, file_path(arena, config, "keyset.json"));
    must(config_keyset_read(arena, bytes, &keyset) == OK);
    seal_hash(NULL, bytes, sealer->keyset_hash);
    sealer->recipient_count = keyset->recipient_count;
    for (size_t i = 0; i < keyset->recipient_count; i++)
        must(age_recipient_read(keyset->recipients[i].recipient,
                                &sealer->recipients[i]) == OK);
    read_assessment(arena, config, sealer);
}

static void append(struct sealer *sealer, struct header *header, struct span file)
{
    struct ledger_head head;
    must(ledger_head(sealer->ledger, &head) == OK);
    header->sequence = head.sequence + 1;
    memcpy(header->previous_hash, head.entry_hash, sizeof header->previous_hash);
    envelope_cover(file, header);
    struct entry entry = entry_from_header(header, file);
    envelope_hash(entry.header, entry.entry_hash);
    envelope_sign(sealer->secret, entry.header, entry.signature);
    must(ledger_append(sealer->ledger, &entry) == OK);
}

static void seal(struct arena *arena, struct sealer *sealer, struct sitting *sitting,
                 const struct scorecard *scorecard, uint64_t number)
{
    struct provenance provenance = {.software = SPAN("bench"),
                                    .organization = SPAN("Bench"),
                                    .mode = SPAN("kiosk"),
                                    .finished_unix_ms = 1795471200000};
    struct header header = {.type = HEADER_RESULT, .epoch = 1, .time_s = 1795471200};
    struct span payload, file;
    if (sealer->is_each)
        sitting->start.invite = (int64_t)number;
    for (size_t i = 0; i < 8; i++)
        sitting->start.record_id[i] =
            (unsigned char)(number * 0x9e3779b97f4a7c15u >> 8 * i);
    memcpy(provenance.assessment_hash, sealer->assessment->hash,
           sizeof provenance.assessment_hash);
    memcpy(header.device_id, device_id, sizeof header.device_id);
    memcpy(header.record_id, sitting->start.record_id, sizeof header.record_id);
    memcpy(header.assessment_hash, sealer->assessment->hash,
           sizeof header.assessment_hash);
    memcpy(header.keyset_hash, sealer->keyset_hash, sizeof header.keyset_hash);
    const struct span record =
        record_write(arena, sitting, sealer->basis, scorecard, &provenance);
    must(payload_wrap(arena, &header, record, sealer->assessment->sealed_bytes,
                      &payload) == OK);
    must(age_wrap(arena, sealer->recipients, sealer->recipient_count, payload, &file) ==
         OK);
    append(sealer, &header, file);
}

/* Some people are made and scored; each is sealed again and again under new numbers. */
static void seal_all(struct arena *arena, struct sealer *sealer, size_t count)
{
    struct sitting *sittings[PEOPLE];
    struct scorecard *scorecards[PEOPLE];
    for (size_t i = 0; i < PEOPLE; i++) {
        const struct sample_person person = sample_person_of(100 + i, 5, .5);
        sittings[i] =
            sample_sit(arena, sealer->assessment, ROLE_CANDIDATE, 100 + i, &person);
        must(score_sitting(arena, sittings[i], sealer->basis, &scorecards[i]) == OK);
    }
    for (size_t i = 0; i < count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        seal(arena, sealer, sittings[i % PEOPLE],
             scorecards[(i + (sealer->is_first_other && !i)) % PEOPLE], i + 1);
        arena_release(arena, mark);
    }
}

static void put_bundle_of(struct arena *arena, char **words, struct sealer *sealer)
{
    struct bundle bundle;
    const struct span secret = read_all(arena, words[2]);
    must(secret.count == sizeof sealer->secret);
    memcpy(sealer->secret, secret.data, secret.count);
    read_config(arena, words[3], sealer);
    if (words[6])
        seal_hash(NULL, read_all(arena, words[6]), sealer->keyset_hash);
    const char *ledger = span_format(arena, "%s.ledger", words[5]).data;
    must(ledger_open(arena, ledger, &sealer->ledger) == OK);
    seal_all(arena, sealer, strtoul(words[4], NULL, 10));
    must(bundle_write(sealer->ledger, 1, words[5], NULL, &bundle) == OK);
    ledger_close(sealer->ledger);
}

static void put_bundle(struct arena *arena, char **words)
{
    put_bundle_of(arena, words, arena_new(arena, struct sealer));
}

static void put_bundle_other(struct arena *arena, char **words)
{
    struct sealer *sealer = arena_new(arena, struct sealer);
    sealer->is_first_other = true;
    put_bundle_of(arena, words, sealer);
}

static void put_bundle_each(struct arena *arena, char **words)
{
    struct sealer *sealer = arena_new(arena, struct sealer);
    sealer->is_each = true;
    put_bundle_of(arena, words, sealer);
}

static void tell_signature(struct arena *arena, char **words)
{
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    const struct span secret = read_all(arena, words[2]),
                      header = read_all(arena, words[3]);
    must(secret.count == SIGN_SECRET_BYTES && header.count == HEADER_BYTES);
    envelope_sign((const unsigned char *)secret.data, (const unsigned char *)header.data,
                  signature);
    printf("%.*s\n", SPAN_ARGS(span_hex(arena, signature, sizeof signature)));
}

static void tell_public(struct arena *arena, char **words)
{
    unsigned char public[CHAIN_PUBLIC_KEY_BYTES];
    const struct span secret = read_all(arena, words[2]);
    must(secret.count == SIGN_SECRET_BYTES);
    sign_public_of((const unsigned char *)secret.data, public);
    printf("%.*s\n", SPAN_ARGS(span_hex(arena, public, sizeof public)));
}

static void put_enrolment(struct arena *arena, char **words)
{
    struct archive *archive;
    struct enrolled_terminal terminal = {.epoch = strtoul(words[4], NULL, 10),
                                         .label = SPAN("Bench")};
    const struct span secret = read_all(arena, words[2]);
    must(secret.count == SIGN_SECRET_BYTES);
    memcpy(terminal.id, device_id, sizeof terminal.id);
    sign_public_of((const unsigned char *)secret.data, terminal.public_key);
    must(archive_open(arena, words[3], &archive) == OK);
    must(enrolments_put(archive, &terminal) == OK);
    archive_close(archive);
}

/* Entry `sequence` after `last_hash`, with one `fault` in the middle of three. */
static void forge_entry(const unsigned char *secret, uint64_t sequence, const char *fault,
                        const unsigned char keyset_hash[CHAIN_HASH_BYTES],
                        unsigned char last_hash[CHAIN_HASH_BYTES], struct buffer *out)
{
    unsigned char bytes[HEADER_BYTES], signature[CHAIN_SIGNATURE_BYTES];
    struct header header = {.type = HEADER_START, .epoch = 1, .sequence = sequence};
    memcpy(header.device_id, device_id, sizeof header.device_id);
    memcpy(header.previous_hash, last_hash, sizeof header.previous_hash);
    memcpy(header.keyset_hash, keyset_hash, sizeof header.keyset_hash);
    header.epoch += strcmp(fault, "epoch") == 0 && sequence == 2;
    header.previous_hash[0] ^= strcmp(fault, "link") == 0 && sequence == 2;
    if (strcmp(fault, "empty") == 0 && sequence == 2)
        header.type = HEADER_RESULT;
    header.sequence += strcmp(fault, "place") == 0 && sequence == 2;
    envelope_cover((struct span){0}, &header);
    header_write(&header, bytes);
    envelope_sign(secret, bytes, signature);
    envelope_hash(bytes, last_hash);
    buffer_add(out, (struct span){(const char *)bytes, sizeof bytes});
    buffer_add(out, (struct span){(const char *)signature, sizeof signature});
    buffer_add(out, (struct span){"\0\0\0", BUNDLE_LENGTH_BYTES}); /* no payload */
}

static void put_forged(struct arena *arena, char **words)
{
    struct bundle bundle = {.epoch = 1, .from_sequence = 1, .to_sequence = 3};
    unsigned char front[BUNDLE_FRONT_BYTES], end[BUNDLE_END_BYTES];
    unsigned char keyset_hash[CHAIN_HASH_BYTES] = {0};
    struct buffer entries = buffer_init(arena, 4096), out = buffer_init(arena, 4096);
    const struct span secret = read_all(arena, words[2]);
    must(secret.count == SIGN_SECRET_BYTES);
    memcpy(bundle.device_id, device_id, sizeof bundle.device_id);
    if (words[5])
        seal_hash(NULL, read_all(arena, file_path(arena, words[5], "keyset.json")),
                  keyset_hash);
    for (uint64_t sequence = 1; sequence <= bundle.to_sequence; sequence++)
        forge_entry((const unsigned char *)secret.data, sequence, words[3], keyset_hash,
                    bundle.head_hash, &entries);
    bundle_format_write_front(&bundle, front);
    bundle_format_write_end(3, sizeof front + entries.count + sizeof end, end);
    buffer_add(&out, (struct span){(const char *)front, sizeof front});
    buffer_add(&out, buffer_span(&entries));
    buffer_add(&out, (struct span){(const char *)end, sizeof end});
    must(file_write(words[4], buffer_span(&out), 0644) == OK);
}

/* Sealed bytes as long as a result, and what they are checked with. */
struct specimen {
    struct age_identity identity;
    unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES];
    unsigned char bytes[HEADER_BYTES], signature[CHAIN_SIGNATURE_BYTES];
    struct header header;
    struct span file;
};

static void make_specimen(struct arena *arena, struct specimen *specimen)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    struct age_identity other;
    const struct span plain = {arena_alloc(arena, SPECIMEN_BYTES), SPECIMEN_BYTES};
    sign_generate(secret, specimen->public_key);
    age_identity_generate(&specimen->identity);
    age_identity_generate(&other);
    const struct age_recipient recipients[] = {specimen->identity.recipient,
                                               other.recipient};
    must(age_wrap(arena, recipients, 2, plain, &specimen->file) == OK);
    specimen->header = (struct header){.type = HEADER_RESULT, .epoch = 1, .sequence = 1};
    envelope_cover(specimen->file, &specimen->header);
    header_write(&specimen->header, specimen->bytes);
    envelope_sign(secret, specimen->bytes, specimen->signature);
}

static void put_bare(struct arena *arena, size_t count)
{
    struct specimen specimen;
    struct span plain;
    make_specimen(arena, &specimen);
    const double before = now_ms();
    for (size_t i = 0; i < count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        must(envelope_verify(specimen.public_key, specimen.bytes, specimen.signature) ==
             OK);
        must(envelope_check(&specimen.header, specimen.file) == OK);
        must(age_unwrap(arena, &specimen.identity, 1, AGE_MAX, specimen.file, &plain) ==
             OK);
        arena_release(arena, mark);
    }
    printf("%.4f\n", (now_ms() - before) / (double)count);
}

/* What a terminal or the desk would show, for tests that have neither. */
static void tell_words(struct arena *arena, const char *kind, const char *path)
{
    printf("%.*s\n", SPAN_ARGS(words_of(arena, kind, read_all(arena, path))));
}

static void tell_request_words(struct arena *arena, char **words)
{
    tell_words(arena, "request", words[2]);
}

static void tell_public_words(struct arena *arena, char **words)
{
    tell_words(arena, "public key", words[2]);
}

static void put_key_and_request(struct arena *arena, char **words)
{
    put_request(arena, words[2], words[3]);
}

static void put_bare_time(struct arena *arena, char **words)
{
    put_bare(arena, strtoul(words[2], NULL, 10));
}

static const struct {
    const char *name;
    int least, most; /* words after the program */
    void (*run)(struct arena *arena, char **words);
} verbs[] = {
    {"request", 3, 3, put_key_and_request},
    {"words", 2, 2, tell_request_words},
    {"public-words", 2, 2, tell_public_words},
    {"seal", 5, 6, put_bundle},
    {"seal-other", 5, 5, put_bundle_other},
    {"seal-each", 5, 5, put_bundle_each},
    {"enrol", 4, 4, put_enrolment},
    {"sign", 3, 3, tell_signature},
    {"public", 2, 2, tell_public},
    {"forge", 4, 5, put_forged},
    {"bare", 2, 2, put_bare_time},
};

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    must(argc > 2 && seal_start() == OK);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(argv[1], verbs[i].name) == 0) {
            must(argc - 1 >= verbs[i].least && argc - 1 <= verbs[i].most);
            verbs[i].run(&arena, argv);
        }
    arena_done(&arena);
    return 0;
}
