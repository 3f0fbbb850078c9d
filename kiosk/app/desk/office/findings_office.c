/* What the doctor looks at in the office. */
#include "app/desk/office/findings.h"

#include "app/desk/office/assessment_files.h"
#include "app/desk/office/norms/imported_norms.h"
#include "app/desk/office/ends/ends_check.h"
#include "app/desk/office/keys.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/office/profiles/freezing.h"
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/signature_check.h"
#include "app/desk/office/staff/joining.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_codes.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "app/desk/office/trust/signed_pin.h"
#include "app/desk/office/trust/signed_settings.h"
#include "assessment/assessment_sample.h"
#include "base/clock.h"
#include "base/file.h"

#include <string.h>
#include <sys/stat.h>

enum {
    TERMINALS_KEPT_MAX = 1000,
    FAULTS_TEXT_BYTES = 64 * 1024,
    WARN_BEFORE_S = 30 * 24 * 3600,
};

static void permissions_look(struct findings *findings, const char *name)
{
    struct stat about;
    const char *path = office_path(findings->office, name);
    if (stat(path, &about) == 0 && (about.st_mode & 077) != 0)
        findings_add(findings, FINDING_NOTE, "folder",
                     "chmod -R go-rwx on the folder of the organization",
                     "other users of this machine can read %s", path);
}

static void cost_look(struct findings *findings)
{
    const struct organization *organization = findings->office->organization;
    const int64_t least = 64 * 1024 * 1024;
    if (organization->code_cost.memory_bytes >= least &&
        organization->key_cost.memory_bytes >= least)
        return;
    findings_add(
        findings, FINDING_NOTE, "keys",
        "make a new organization without --cost low before the first real person",
        "passphrases and codes are quick to guess here (--cost low): for tests and "
        "training only");
}

/* Without the sheet nobody opens anything once the passphrases are lost. */
static void sheet_look(struct findings *findings)
{
    if (is_sheet_held_open(findings->office))
        findings_add(findings, FINDING_NOTE, "recovery",
                     "who has it on paper says so on the page Today of the desk; else "
                     "'resonance key rotate recovery' makes a new sheet",
                     "nobody has said that the recovery sheet was printed, which was "
                     "shown once when the organization was founded");
}

static void keyfile_look(struct findings *findings, struct span label, bool is_needed)
{
    struct office *office = findings->office;
    const char *name = keys_file(&office->arena, label).data;
    struct keyfile facts;
    struct span bytes;
    if (!is_file(office_path(office, name)) && !is_needed)
        return;
    if (office_read(office, name, KEYFILE_MAX_BYTES, &bytes) != OK ||
        keyfile_read(bytes, &facts) != OK)
        findings_failed(findings, "keys", "put the file back from a copy of this folder");
    permissions_look(findings, name);
}

/* The key's last day: after it no terminal begins a session. */
static void last_day_look(struct findings *findings, const struct keyset_recipient *row)
{
    const int64_t left_s = row->not_after_unix_s - clock_now().unix_ms / 1000;
    const bool is_over = left_s < 0;
    if (!row->not_after_unix_s || left_s > WARN_BEFORE_S)
        return;
    findings_add(
        findings, is_over ? FINDING_WRONG : FINDING_NOTE, "keys",
        "'resonance key rotate' or 'key retire', then enrol every terminal again",
        "the last day of the key %.*s %s %.*s; after it no session begins",
        SPAN_ARGS(row->label), is_over ? "was" : "is",
        SPAN_ARGS(clock_date(&findings->office->arena, row->not_after_unix_s * 1000)));
}

void findings_keys(struct findings *findings)
{
    struct office *office = findings->office;
    struct minisign_public public;
    struct keyset *keyset;
    size_t here_count = 0;
    cost_look(findings);
    sheet_look(findings);
    keyfile_look(findings, SPAN(KEYS_SIGNING), 1);
    if (organization_key_read(office, &public) != OK)
        findings_failed(findings, "keys", "put the file back from a copy of this folder");
    if (signed_keyset_look(office, &keyset) != OK) {
        findings_failed(findings, "keys",
                        "put keyset.json and roll.jsonl back from a copy");
        return;
    }
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        last_day_look(findings, row);
        if (row->role == RECIPIENT_RECOVERY)
            continue;
        keyfile_look(findings, row->label, 0);
        if (is_file(office_path(office, keys_file(&office->arena, row->label).data)))
            here_count++;
    }
    if (!here_count)
        findings_add(findings, FINDING_NOTE, "keys",
                     "bring the file of a recruiter key, or use a recovery sheet",
                     "no recruiter key of the set is in this folder");
    findings_add(findings, FINDING_GOOD, "keys", "",
                 "set of keys version %lld with %zu keys, recovery among them",
                 (long long)keyset->version, keyset->recipient_count);
}

/* A table that was changed would stop the next vacancy. */
static void norms_look(struct findings *findings, const struct assessment *assessment)
{
    struct imported_norm *rows;
    size_t count;
    if (imported_norms_list(findings->office, assessment, &rows, &count) != OK)
        findings_failed(findings, "norms",
                        "'resonance norm remove' and import it again, or put the file "
                        "back from a copy");
    else if (count)
        findings_add(findings, FINDING_GOOD, "norms", "",
                     "%zu imported, each with its signature", count);
}

static void sample_look(struct findings *findings, const struct assessment *assessment)
{
    const struct span sample =
        assessment_sample_words(&findings->office->arena, assessment);
    if (sample.count)
        findings_add(findings, FINDING_NOTE, "assessment", assessment_sample_mend(),
                     "a sample of a made-up company is in the form: %.*s",
                     SPAN_ARGS(sample));
}

void findings_assessment(struct findings *findings)
{
    struct office *office = findings->office;
    struct file_set set = file_set_init(&office->arena);
    struct buffer faults = buffer_init(&office->arena, FAULTS_TEXT_BYTES);
    struct assessment *assessment;
    if (assessment_files_read(&set, office_path(office, "assessment"), &faults,
                              &assessment) != OK) {
        findings_failed(findings, "assessment",
                        "'resonance check' on the folder assessment names each fault, "
                        "or put the folder back from a copy");
        return;
    }
    if (faults.count)
        findings_add(findings, FINDING_NOTE, "assessment",
                     "'resonance check' on the folder assessment shows all", "%.*s",
                     (int)span_find(buffer_span(&faults), '\n'), faults.data);
    sample_look(findings, assessment);
    findings_add(findings, FINDING_GOOD, "assessment", "", "%.*s %.*s%s",
                 SPAN_ARGS(assessment->id), SPAN_ARGS(assessment->version),
                 assessment->is_pilot ? ", pilot form, not for decisions" : "");
    norms_look(findings, assessment);
}

static void vacancies_look(struct findings *findings)
{
    struct office *office = findings->office;
    struct span *names;
    size_t count, open_count = 0;
    if (office_names(office, "vacancies", &names, &count) != OK) {
        findings_failed(findings, "vacancies", "mend the permissions of the folder");
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct vacancy *vacancy;
        if (office_vacancy(office, names[i], &vacancy) != OK) {
            findings_failed(findings, "vacancies", "put the file back from a copy");
            continue;
        }
        open_count += vacancy->state == VACANCY_OPEN;
        if (vacancy->state != VACANCY_DRAFT && !vacancy->keep_days)
            findings_add(findings, FINDING_NOTE, "vacancies",
                         "'resonance retention set' with the days that were promised",
                         "nobody said how long results of %.*s are kept",
                         SPAN_ARGS(vacancy->id));
        /* A pilot has none: its answers say what is usual. */
        if (vacancy->state == VACANCY_OPEN && !vacancy->is_pilot &&
            vacancy->basis->grade <= PROFILE_SPLIT)
            findings_add(
                findings, FINDING_NOTE, "vacancies",
                "freeze a profile and open another vacancy with it",
                "%.*s is open without a usable profile: no resonance is computed",
                SPAN_ARGS(vacancy->id));
    }
    findings_add(findings, FINDING_GOOD, "vacancies", "", "%zu, %zu of them open", count,
                 open_count);
}

static void profiles_look(struct findings *findings)
{
    struct office *office = findings->office;
    struct freezing freezing;
    if (freezing_find(office, &freezing) != OK)
        findings_failed(findings, "profiles", "put the file back from a copy");
    else if (freezing.id.count)
        findings_add(
            findings, FINDING_WRONG, "profiles",
            span_format(&office->arena,
                        "'resonance profile freeze %.*s' goes on from there",
                        SPAN_ARGS(freezing.id))
                .data,
            "the freeze of %.*s was cut off: single answers of %zu colleagues may still "
            "be here",
            SPAN_ARGS(freezing.id), freezing.count);
}

/* What an owner settled: contact, questions, norms, how long results are kept. */
static void settings_look(struct findings *findings)
{
    struct span *changes, *lines;
    size_t change_count, count;
    if (signed_settings_changes(findings->office, &changes, &change_count) != OK ||
        signed_settings_news(findings->office, &lines, &count) != OK) {
        findings_failed(findings, "settings", "put the file back from a copy");
        return;
    }
    for (size_t i = 0; i < change_count; i++)
        findings_add(findings, FINDING_WRONG, "settings", signed_settings_mend(), "%.*s",
                     SPAN_ARGS(changes[i]));
    if (!change_count && count)
        findings_add(findings, FINDING_NOTE, "settings",
                     "'resonance organization sign', or the next enrolment, signs for it",
                     "%.*s", SPAN_ARGS(lines[0]));
}

void findings_documents(struct findings *findings)
{
    struct office *office = findings->office;
    struct invitations *invitations;
    int64_t sequence;
    permissions_look(findings, "organization.json");
    settings_look(findings);
    if (office_invitations(office, &invitations) != OK ||
        signed_codes_check(office, invitations) != OK)
        findings_failed(findings, "codes", "put invitations.json back from a copy");
    else
        findings_add(findings, FINDING_GOOD, "codes", "", "%zu were given out",
                     invitations->invite_count);
    if (office_sequence(office, &sequence) != OK)
        findings_failed(findings, "terminals",
                        "write the number of the last configuration into it");
    if (signed_pin_check(office) != OK)
        findings_failed(findings, "terminals",
                        "put the file back from a copy, or give the PIN anew with "
                        "'resonance enrol --pin-fd'");
    vacancies_look(findings);
    profiles_look(findings);
}

struct known_terminals {
    struct arena *arena;
    struct enrolled_terminal list[TERMINALS_KEPT_MAX];
    size_t count;
};

static enum status on_terminal(void *context, const struct enrolled_terminal *terminal)
{
    struct known_terminals *known = context;
    const struct enrolled_terminal *last =
        known->count ? &known->list[known->count - 1] : NULL;
    if (last && memcmp(last->id, terminal->id, sizeof last->id) == 0)
        known->count--; /* another enrolment of the same one */
    if (known->count < TERMINALS_KEPT_MAX) {
        known->list[known->count] = *terminal;
        known->list[known->count++].label = span_copy(known->arena, terminal->label);
    }
    return OK;
}

static void fork_look(struct findings *findings, struct archive *archive,
                      const struct enrolled_terminal *terminal)
{
    struct arena *arena = &findings->office->arena;
    struct buffer fork = buffer_init(arena, FAULTS_TEXT_BYTES);
    if (signature_check_tell_fork(archive, arena, terminal->id, terminal->label, &fork) !=
        OK)
        findings_failed(findings, "archive", "put archive.db back from a copy");
    else if (fork.count)
        findings_add(findings, FINDING_NOTE, "archive",
                     "ask who runs the terminal; where two machines have its key, stop "
                     "one of them",
                     "%.*s", SPAN_ARGS(span_trim(buffer_span(&fork))));
}

static void damaged_look(struct findings *findings,
                         const struct enrolled_terminal *terminal,
                         const struct chain *chain)
{
    struct buffer damaged = buffer_init(&findings->office->arena, FAULTS_TEXT_BYTES);
    signature_check_tell_damaged(chain, terminal->label, &damaged);
    struct span lines = span_trim(buffer_span(&damaged)), line;
    while (lines.count && span_next(&lines, '\n', &line))
        findings_add(findings, FINDING_WRONG, "archive",
                     "keep this folder; put archive.db back from a copy, then import the "
                     "bundles again",
                     "%.*s", SPAN_ARGS(line));
}

static void chain_look(struct findings *findings, struct archive *archive,
                       const struct enrolled_terminal *terminal)
{
    struct buffer holes = buffer_init(&findings->office->arena, 4096);
    struct chain chain;
    if (signature_check_chain(archive, terminal->id, 1, &chain) != OK) {
        findings_failed(findings, "archive",
                        "keep this folder as it is, and compare with the bundles and "
                        "the terminal");
        return;
    }
    fork_look(findings, archive, terminal);
    damaged_look(findings, terminal, &chain);
    signature_check_tell_holes(&chain, terminal->label, &holes);
    if (chain.hole_count)
        findings_add(findings, FINDING_WRONG, "archive",
                     "import the other bundles of this terminal", "%.*s",
                     SPAN_ARGS(span_trim(buffer_span(&holes))));
    if (chain.damaged_count)
        return;
    findings_add(findings, FINDING_GOOD, "archive", "",
                 "\"%.*s\": %llu entries, each signed and linked to the one before",
                 SPAN_ARGS(terminal->label), (unsigned long long)chain.entry_count);
}

/* A sound archive must not give way to an older copy because the disk is full. */
static const char *way_out(enum status status)
{
    return status == STATUS_DAMAGED || status == STATUS_BAD_INPUT
               ? "put archive.db back from a copy and import the bundles again"
               : "the archive may be sound: mend what is said here, and look again";
}

void findings_archive(struct findings *findings)
{
    struct office *office = findings->office;
    struct known_terminals *known = arena_new(&office->arena, struct known_terminals);
    struct archive *archive;
    known->arena = &office->arena;
    enum status status = office_archive(office, &archive);
    if (status == OK && archive_refusal(archive))
        findings_add(findings, FINDING_NOTE, "archive",
                     "all of it can be read; before anything is changed, mend that, or "
                     "copy the folder to where there is room",
                     "%s", archive_refusal(archive));
    if (status == OK)
        status = archive_check(archive);
    if (status == OK)
        status = enrolments_list(archive, on_terminal, known);
    if (status != OK) {
        findings_failed(findings, "archive", way_out(status));
        return;
    }
    if (!known->count)
        findings_add(findings, FINDING_NOTE, "terminals",
                     "'resonance-kiosk --request' there, 'resonance enrol' here",
                     "no terminal is enrolled yet");
    for (size_t i = 0; i < known->count; i++)
        chain_look(findings, archive, &known->list[i]);
}

static void on_end_fault(void *context, struct span words, const char *mend)
{
    findings_add(context, FINDING_WRONG, "ends", mend, "%.*s", SPAN_ARGS(words));
}

void findings_ends(struct findings *findings)
{
    struct office *office = findings->office;
    const size_t wrong_count = findings->wrong_count;
    const struct ends *ends;
    struct archive *archive;
    size_t erased = 0, held = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = ends_check(office, on_end_fault, findings);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status != OK) {
        findings_failed(findings, "ends", "put ends.jsonl back from a copy");
        return;
    }
    for (size_t i = 0; i < ends->count; i++) {
        erased += ends->list[i].erased.number != 0;
        held += ends->list[i].held.number != 0;
    }
    if (ends->head.count && findings->wrong_count == wrong_count)
        findings_add(findings, FINDING_GOOD, "ends", "",
                     "%zu erased, each with its signed row, and %zu held, %zu of them "
                     "locked away",
                     erased, held, ends_locked_count(ends));
}

void findings_log(struct findings *findings)
{
    static const char mend[] =
        "keep this folder as it is, and compare with a backup; where an older archive.db "
        "was put back, share again what 'resonance key share' had let a key open; "
        "'resonance audit accept' says that rows which are missing are lost";
    struct access_log log;
    if (access_log_read(findings->office, NULL, NULL, &log) != OK)
        findings_failed(findings, "log", mend);
    else if (log.fault.count)
        findings_add(findings, FINDING_WRONG, "log", mend, "who did what here: %.*s",
                     SPAN_ARGS(log.fault));
    else if (log.count)
        findings_add(findings, FINDING_GOOD, "log", "",
                     "who did what here: each row follows the one before");
}

/* Whose key counts here, and whose waits to be signed for. */
void findings_people(struct findings *findings)
{
    const int64_t now_s = clock_now().unix_ms / 1000;
    const struct staff *staff;
    struct joining *list;
    size_t count = 0, present_count = 0;
    if (staff_read(findings->office, &staff) != OK) {
        findings_failed(findings, "people",
                        "put " STAFF_FILE " back from the newest copy of this folder");
        return;
    }
    if (joining_list(findings->office, &list, &count) != OK)
        findings_failed(findings, "people", "invite those people again");
    for (size_t i = 0; i < count; i++)
        if (list[i].is_joined)
            findings_add(findings, FINDING_NOTE, "people",
                         "compare the eight words of the new key, and sign for it",
                         "%.*s has joined and waits to be signed for",
                         SPAN_ARGS(list[i].person.name));
    for (size_t i = 0; i < staff->count; i++)
        present_count += is_staff_present(&staff->list[i], now_s);
    findings_add(findings, FINDING_GOOD, "people", "", "%zu at this desk%s",
                 present_count,
                 staff->is_missing ? ", from before there was a list of them" : "");
}
