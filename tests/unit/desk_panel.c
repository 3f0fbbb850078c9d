/* Who can open what of an interview, tried with the keys themselves and not with the program:
 * before the last of three interviewers has locked, no key opens a rating of another, and all
 * keys but the one that is missing do not make up the key that does; after that each reader's
 * key alone does. */
#include "office_kit.h"

#include "app/desk/office/interview/decision.h"
#include "app/desk/office/interview/panel_draft.h"
#include "app/desk/office/interview/panel_found.h"
#include "app/desk/office/interview/panel_reveal.h"
#include "app/desk/office/interview/panel_sign.h"
#include "app/desk/office/staff/staff_write.h"
#include "interview_case.h"
#include "seal/age/age_unwrap.h"

enum { RATERS = 3, RECRUITER = 3, HOLDERS = 6, BLOBS_MAX = 32, GUARDED_BYTES = 64 << 20 };

/* Everybody who has a key: three who ask, a recruiter, the recovery sheet, and somebody else. */
static struct {
    struct age_identity identity[HOLDERS];
    struct person person[HOLDERS];
    struct staff_person staff[HOLDERS];
    struct arena guarded;
    struct panel panel;
    struct interview_guide guide;
} people;

static const char *const labels[] = {"anna",      "ben",   "cora",
                                     "recruiter", "sheet", "other"};

/* The sheet is nobody's. */
static bool has_name(size_t holder)
{
    return holder < RATERS || holder == RECRUITER;
}

static struct keys keys_of(size_t holder)
{
    return (struct keys){.identities = &people.identity[holder],
                         .count = 1,
                         .person = has_name(holder) ? &people.person[holder] : NULL};
}

static void somebody_make(struct signed_rows_write *write, size_t index,
                          enum staff_role role)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    seal_random(people.person[index].seed, PERSON_SEED_BYTES);
    sign_of_seed(people.person[index].seed, secret);
    people.staff[index] = (struct staff_person){
        .label = span_of(labels[index]),
        .name = span_of(labels[index]),
        .roles = STAFF_ROLE_BIT(role),
        .recipient = age_recipient_write(&kit.arena, &people.identity[index].recipient),
        .has_verify_key = true};
    sign_public_of(secret, people.staff[index].verify_key);
    staff_write_person(write, &people.staff[index]);
}

static void staff_make(void)
{
    const struct staff *before;
    struct signed_rows_write write;
    assert_ok(staff_read(&kit.office, &before));
    staff_write_begin(&kit.arena, before, &kit.signing, &write);
    for (size_t i = 0; i < RATERS; i++)
        somebody_make(&write, i, STAFF_INTERVIEWER);
    somebody_make(&write, RECRUITER, STAFF_RECRUITER);
    assert_ok(staff_write_end(&write, &kit.office));
}

static void panel_make(void)
{
    const struct interview_about about = interview_case_about("deck");
    const struct staff_person *members[RATERS];
    struct panel_wish wish = {.vacancy = SPAN("deck"),
                              .guide = &people.guide,
                              .members = members,
                              .member_count = RATERS};
    assert_ok(arena_init_guarded(&people.guarded, GUARDED_BYTES, NULL));
    for (size_t i = 0; i < HOLDERS; i++)
        age_identity_generate(&people.identity[i]);
    people.identity[3] = kit.recruiter;
    people.identity[4] = kit.recovery;
    staff_make();
    for (size_t i = 0; i < RATERS; i++)
        members[i] = &people.staff[i];
    people.guide = interview_guide_make(&kit.arena, interview_case_bank(&kit.arena),
                                        &about, NULL, 0);
    memset(wish.record_id, 7, sizeof wish.record_id);
    const struct keys founder = keys_of(RECRUITER);
    assert_ok(panel_found_do(&people.guarded, &kit.office, &wish, &founder,
                             (struct access_note){.who = SPAN("recruiter")},
                             &people.panel));
}

static struct access_note note_of(size_t rater)
{
    return (struct access_note){.who = span_of(labels[rater])};
}

static void rate(size_t rater)
{
    const struct keys keys = keys_of(rater);
    struct interview_sheet sheet =
        interview_sheet_new(&kit.arena, span_of(labels[rater]));
    for (size_t i = 0; i < people.guide.count; i++) {
        const struct interview_rating rating = {.question = people.guide.asked[i].id,
                                                .rating = (int)(1 + (i + rater) % 5),
                                                .evidence = SPAN("Said what was done.")};
        assert_ok(interview_sheet_put(&sheet, &people.guide, &rating, KIT_NOON_S));
    }
    assert_ok(panel_draft_put(&people.guarded, &kit.office, &people.panel, &keys, &sheet,
                              note_of(rater)));
}

static void lock(size_t rater)
{
    const struct keys keys = keys_of(rater);
    struct interview_sheet sheet;
    assert_ok(
        panel_draft_get(&people.guarded, &kit.office, &people.panel, &keys, &sheet));
    assert_ok(panel_lock_do(&people.guarded, &kit.office, &people.panel, &keys,
                            &people.guide, &sheet, note_of(rater)));
}

/* What of the folder is sealed in this interview, and whose it is. */
struct blob {
    enum { GUIDE, PIECE, GUARD, PASSED, DRAFT, SHEET } what;
    size_t rater;
    struct span bytes;
};

static size_t blobs_list(struct blob *out_blobs)
{
    size_t count = 0;
    out_blobs[count++] = (struct blob){GUIDE, RATERS, people.panel.guide};
    out_blobs[count++] = (struct blob){GUARD, RATERS, people.panel.guard};
    for (size_t i = 0; i < RATERS; i++) {
        const struct panel_member *member = &people.panel.members[i];
        const struct paper draft = panel_paper(&people.panel, PANEL_DRAFT, member->label);
        struct panel_lock locked;
        struct span bytes;
        out_blobs[count++] = (struct blob){PIECE, i, member->piece};
        assert_ok(papers_get(&kit.arena, office_kit_archive(), &draft, &bytes));
        if (bytes.count)
            out_blobs[count++] = (struct blob){
                DRAFT, i, span_cut(bytes, CHAIN_SIGNATURE_BYTES, bytes.count)};
        if (panel_lock_read(&kit.arena, &kit.office, &people.panel, member, &locked) !=
            OK)
            continue;
        out_blobs[count++] = (struct blob){PASSED, i, locked.piece};
        out_blobs[count++] = (struct blob){SHEET, i, locked.sealed};
    }
    return count;
}

/* Whether one of the keys whose bits are set in `holders` opens it; then what was in it. */
static bool is_open(unsigned holders, struct span sealed, struct span *out_plain)
{
    for (size_t i = 0; i < HOLDERS; i++)
        if (holders >> i & 1 && age_unwrap(&kit.arena, &people.identity[i], 1, 1 << 20,
                                           sealed, out_plain) == OK)
            return true;
    return false;
}

/* Whether these keys together make up P: the XOR of any of the pieces that they open. */
static bool is_key_made(unsigned holders)
{
    struct blob blobs[BLOBS_MAX];
    struct span pieces[BLOBS_MAX];
    const size_t count = blobs_list(blobs);
    size_t piece_count = 0;
    for (size_t i = 0; i < count; i++)
        if ((blobs[i].what == PIECE || blobs[i].what == GUARD ||
             blobs[i].what == PASSED) &&
            is_open(holders, blobs[i].bytes, &pieces[piece_count]))
            piece_count++;
    for (unsigned some = 1; some < 1u << piece_count; some++) {
        unsigned char secret[PANEL_PIECE_BYTES] = {0};
        struct age_identity made;
        for (size_t i = 0; i < piece_count; i++)
            for (size_t byte = 0; some >> i & 1 && byte < sizeof secret; byte++)
                secret[byte] ^= (unsigned char)pieces[i].data[byte];
        age_identity_of(secret, &made);
        if (memcmp(made.recipient.bytes, people.panel.key.bytes, AGE_RECIPIENT_BYTES) ==
            0)
            return true;
    }
    return false;
}

static void each_alone(size_t locked)
{
    struct blob blobs[BLOBS_MAX];
    const size_t count = blobs_list(blobs);
    for (size_t holder = 0; holder < HOLDERS; holder++) {
        for (size_t i = 0; i < count; i++) {
            struct span plain;
            const bool is_own = blobs[i].rater == holder;
            const bool is_expected = blobs[i].what == GUIDE || blobs[i].what == PASSED
                                         ? holder != 5
                                     : blobs[i].what == GUARD ? holder == 3 || holder == 4
                                                              : is_own;
            if (is_open(1u << holder, blobs[i].bytes, &plain) != is_expected)
                fail_msg("%zu locked: %s and what %d of %s", locked, labels[holder],
                         (int)blobs[i].what,
                         blobs[i].rater < RATERS ? labels[blobs[i].rater] : "all");
        }
    }
}

static bool is_revealed(size_t holder)
{
    const struct keys keys = keys_of(holder);
    struct panel_revealed revealed;
    return panel_reveal_do(&people.guarded, &kit.office, &people.panel, &keys,
                           (struct access_note){.who = span_of(labels[holder])},
                           &revealed) == OK;
}

static void no_key_opens_a_rating_before_the_last_lock(void **state)
{
    const unsigned all = (1u << HOLDERS) - 1;
    (void)state;
    panel_make();
    for (size_t i = 0; i < RATERS; i++)
        rate(i);
    for (size_t locked = 0; locked <= RATERS; locked++) {
        const struct arena_mark mark = arena_mark(&kit.arena);
        each_alone(locked);
        for (size_t i = 0; i < HOLDERS; i++)
            assert_int_equal(is_key_made(1u << i),
                             locked == RATERS && (i == 3 || i == 4));
        /* all the others together, when one of those who have not locked keeps theirs */
        for (size_t i = locked; i < RATERS; i++)
            assert_false(is_key_made(all & ~(1u << i)));
        arena_release(&kit.arena, mark);
        if (locked < RATERS)
            lock(locked);
    }
    /* the recruiter who does not ask reads first, and then those who ask; never somebody else */
    static const size_t order[] = {0, 5, 3, 0, 1, 2, 4, 5};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        assert_int_equal(is_revealed(order[i]), i >= 2 && order[i] != 5);
    arena_done(&people.guarded);
}

static void what_was_locked_is_what_is_revealed(void **state)
{
    const struct keys keys = keys_of(3);
    struct panel_revealed revealed;
    (void)state;
    panel_make();
    for (size_t i = 0; i < RATERS; i++)
        rate(i);
    for (size_t i = RATERS; i-- > 0;)
        lock(i);
    people.identity[3] = kit.recruiter;
    assert_ok(panel_reveal_do(&people.guarded, &kit.office, &people.panel, &keys,
                              (struct access_note){.who = SPAN("recruiter")}, &revealed));
    for (size_t rater = 0; rater < RATERS; rater++)
        for (size_t i = 0; i < people.guide.count; i++)
            assert_int_equal(
                interview_sheet_find(&revealed.sheets[rater], people.guide.asked[i].id)
                    ->rating,
                1 + (i + rater) % 5);
    arena_done(&people.guarded);
}

/* As a recruiter with a changed program could sign for it, to lock in the name of somebody else. */
static void a_founder_names_no_keys_of_their_own(void **state)
{
    const struct keys founder = keys_of(RECRUITER);
    struct panel found;
    (void)state;
    panel_make();
    for (int what = 0; what < 3; what++) {
        struct panel bent = people.panel;
        struct panel_member members[RATERS];
        struct paper paper = panel_paper(&bent, PANEL_KIND, SPAN(""));
        memcpy(members, bent.members, sizeof members);
        bent.members = members;
        if (what == 1)
            memcpy(members[1].verify_key, members[0].verify_key,
                   sizeof members[1].verify_key);
        if (what == 2)
            members[1].recipient = people.identity[5].recipient;
        assert_ok(panel_sign(&people.guarded, &founder, &bent));
        paper.body = panel_text_write(&kit.arena, &bent);
        assert_ok(papers_replace(office_kit_archive(), &paper));
        assert_status(panel_find(&kit.arena, &kit.office, 1, &found),
                      what ? STATUS_FORGED : OK);
        if (what)
            assert_has(span_of(status_last()), "names a key of ben");
    }
    arena_done(&people.guarded);
}

/* As an interviewer with a changed program could write it into the folder. */
static void a_decision_is_one_of_a_recruiter(void **state)
{
    static const size_t makers[] = {RECRUITER, 0};
    const struct chronicle_about about = {
        .record_id = {7}, .reference = SPAN("K7-Q2"), .vacancy = SPAN("deck")};
    const struct keys recruiter = keys_of(RECRUITER);
    struct interview_decision *list;
    size_t count = 0;
    (void)state;
    panel_make();
    for (size_t i = 0; i < 2; i++) {
        const struct keys keys = keys_of(makers[i]);
        const struct interview_decision decision = {
            .outcome = INTERVIEW_NEXT,
            .by = SPAN("Ines Moreno"),
            .reason = SPAN("Told us how the late check was put right.")};
        people.identity[0] = kit.recruiter; /* decision_put reads those of before */
        assert_ok(decision_put(&people.guarded, &kit.office, &about, &keys, &decision,
                               note_of(makers[i])));
        assert_status(decision_list(&people.guarded, &kit.office, &about, &recruiter,
                                    &list, &count),
                      i ? STATUS_FORGED : OK);
    }
    assert_has(span_of(status_last()), "was not made by the one it names");
    arena_done(&people.guarded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(a_founder_names_no_keys_of_their_own),
        OFFICE_TEST(a_decision_is_one_of_a_recruiter),
        OFFICE_TEST(no_key_opens_a_rating_before_the_last_lock),
        OFFICE_TEST(what_was_locked_is_what_is_revealed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
