/* Draft rows open at their own place only. */
#include "seal_kit.h"

#include "seal/draft.h"

static const unsigned char key[DRAFT_KEY_BYTES] = {1, 2, 3};

static struct draft_row sample(void)
{
    struct draft_row row = {.number = 41, .type = 3};
    memset(row.session_id, 0x5e, sizeof row.session_id);
    memset(row.assessment_hash, 0xf0, sizeof row.assessment_hash);
    return row;
}

static void rows_open_again_in_steps_of_512(void **state)
{
    struct arena *arena = *state;
    static const struct {
        size_t plain, padded;
    } sizes[] = {{0, 512}, {1, 512}, {511, 512}, {512, 1024}, {5000, 5120}};
    const struct draft_row row = sample();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct span plain = kit_pattern(arena, sizes[i].plain);
        struct span sealed, again;
        assert_int_equal(draft_wrap(arena, key, &row, plain, &sealed), OK);
        assert_int_equal(sealed.count, 1 + 24 + sizes[i].padded + 16);
        assert_int_equal(draft_unwrap(arena, key, &row, sealed, &again), OK);
        kit_assert_equal(again, plain);
    }
}

static void each_changed_bit_and_each_cut_is_refused(void **state)
{
    struct arena *arena = *state;
    const struct draft_row row = sample();
    struct span sealed, again = SPAN("untouched");
    assert_int_equal(draft_wrap(arena, key, &row, SPAN("an answer"), &sealed), OK);
    char *copy = kit_word(span_text(arena, sealed));
    const struct span changed = {copy, sealed.count};
    for (size_t i = 0; i < 8 * sealed.count; i++) {
        copy[i / 8] = (char)(copy[i / 8] ^ 1 << i % 8);
        assert_int_not_equal(draft_unwrap(arena, key, &row, changed, &again), OK);
        copy[i / 8] = (char)(copy[i / 8] ^ 1 << i % 8);
    }
    for (size_t i = 0; i < sealed.count; i++)
        assert_int_equal(draft_unwrap(arena, key, &row, span_cut(sealed, 0, i), &again),
                         STATUS_DAMAGED);
    assert_true(is_span(again, "untouched"));
    assert_int_equal(draft_unwrap(arena, key, &row, changed, &again), OK);
}

static void another_place_or_key_is_refused(void **state)
{
    struct arena *arena = *state;
    const struct draft_row row = sample();
    unsigned char other_key[DRAFT_KEY_BYTES];
    struct draft_row others[5];
    struct span sealed, again;
    assert_int_equal(draft_wrap(arena, key, &row, SPAN("an answer"), &sealed), OK);
    for (size_t i = 0; i < 5; i++)
        others[i] = row;
    others[0].session_id[0] ^= 1;
    others[1].number++;
    others[2].assessment_hash[31] ^= 1;
    others[3].type++;
    others[4].previous_hash[0] ^= 1;
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(draft_unwrap(arena, key, &others[i], sealed, &again),
                         STATUS_DAMAGED);
    memcpy(other_key, key, sizeof key);
    other_key[31] ^= 1;
    assert_int_equal(draft_unwrap(arena, other_key, &row, sealed, &again),
                     STATUS_DAMAGED);
}

static void the_same_row_is_never_sealed_the_same(void **state)
{
    struct arena *arena = *state;
    const struct draft_row row = sample();
    struct span one, two;
    assert_int_equal(draft_wrap(arena, key, &row, SPAN("an answer"), &one), OK);
    assert_int_equal(draft_wrap(arena, key, &row, SPAN("an answer"), &two), OK);
    assert_false(is_span_equal(one, two));
}

static void versions_and_sizes(void **state)
{
    struct arena *arena = *state;
    const struct draft_row row = sample();
    struct span sealed, again;
    assert_int_equal(draft_wrap(arena, key, &row, SPAN("x"), &sealed), OK);
    char *copy = kit_word(span_text(arena, sealed));
    copy[0] = 3;
    assert_int_equal(
        draft_unwrap(arena, key, &row, (struct span){copy, sealed.count}, &again),
        STATUS_UNSUPPORTED);
    assert_int_equal(
        draft_wrap(arena, key, &row, kit_pattern(arena, DRAFT_ROW_MAX_BYTES + 1), &again),
        STATUS_TOO_LARGE);
    assert_int_equal(
        draft_wrap(arena, key, &row, kit_pattern(arena, DRAFT_ROW_MAX_BYTES), &sealed),
        OK);
    assert_int_equal(draft_unwrap(arena, key, &row, sealed, &again), OK);
}

static void each_changed_bit_of_a_head_is_refused(void **state)
{
    (void)state;
    const struct draft_head head = {.row_count = 62, .assessment_hash = {7}};
    struct draft_head again = {0};
    unsigned char session[CHAIN_ID_BYTES] = {8}, sealed[DRAFT_HEAD_BYTES];
    const struct span bytes = {(const char *)sealed, sizeof sealed};
    draft_head_wrap(key, session, &head, sealed);
    for (size_t i = 0; i < 8 * sizeof sealed; i++) {
        sealed[i / 8] = (unsigned char)(sealed[i / 8] ^ 1U << i % 8);
        assert_int_not_equal(draft_head_unwrap(key, session, bytes, &again), OK);
        sealed[i / 8] = (unsigned char)(sealed[i / 8] ^ 1U << i % 8);
    }
    for (size_t i = 0; i < sizeof sealed; i++)
        assert_int_equal(draft_head_unwrap(key, session, span_cut(bytes, 0, i), &again),
                         STATUS_DAMAGED);
    session[0] = 9;
    assert_int_equal(draft_head_unwrap(key, session, bytes, &again), STATUS_DAMAGED);
    session[0] = 8;
    assert_int_equal(draft_head_unwrap(key, session, bytes, &again), OK);
    assert_int_equal(again.row_count, 62);
    assert_memory_equal(again.assessment_hash, head.assessment_hash, CHAIN_HASH_BYTES);
}

static void draft_key_opens_with_its_wrapping_key_only(void **state)
{
    (void)state;
    unsigned char wrapping[DRAFT_KEY_BYTES] = {9}, session[CHAIN_ID_BYTES] = {8};
    unsigned char wrapped[DRAFT_WRAPPED_KEY_BYTES], again[DRAFT_KEY_BYTES] = {0};
    const unsigned char nothing[DRAFT_KEY_BYTES] = {0};
    draft_key_wrap(wrapping, session, key, wrapped);
    for (size_t i = 0; i < 8 * sizeof wrapped; i++) {
        wrapped[i / 8] = (unsigned char)(wrapped[i / 8] ^ 1U << i % 8);
        assert_int_equal(draft_key_unwrap(wrapping, session, wrapped, again),
                         i < 8 ? STATUS_UNSUPPORTED : STATUS_WRONG_KEY);
        wrapped[i / 8] = (unsigned char)(wrapped[i / 8] ^ 1U << i % 8);
    }
    wrapping[0] = 10;
    assert_int_equal(draft_key_unwrap(wrapping, session, wrapped, again),
                     STATUS_WRONG_KEY);
    wrapping[0] = 9;
    session[0] = 7;
    assert_int_equal(draft_key_unwrap(wrapping, session, wrapped, again),
                     STATUS_WRONG_KEY);
    session[0] = 8;
    assert_memory_equal(again, nothing, sizeof again);
    assert_int_equal(draft_key_unwrap(wrapping, session, wrapped, again), OK);
    assert_memory_equal(again, key, sizeof again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(rows_open_again_in_steps_of_512),
        KIT_TEST(each_changed_bit_and_each_cut_is_refused),
        KIT_TEST(another_place_or_key_is_refused),
        KIT_TEST(the_same_row_is_never_sealed_the_same),
        KIT_TEST(versions_and_sizes),
        KIT_TEST(each_changed_bit_of_a_head_is_refused),
        KIT_TEST(draft_key_opens_with_its_wrapping_key_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
