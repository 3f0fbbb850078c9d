/* age_share: one more key opens a sealed file, and no other file. */
#include "seal_kit.h"

#include "seal/age/age_header.h"
#include "seal/age/age_share.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

enum { MAX_BYTES = 1024 * 1024, SIZE = 70000 };

/* Anna's key opens two files; ben and carl come later. */
struct scene {
    struct arena *arena;
    struct age_identity anna, ben, carl;
    struct span plain, file, other;
};

static struct scene begin(void **state)
{
    struct scene scene = {.arena = *state};
    scene.plain = kit_pattern(scene.arena, SIZE);
    age_identity_generate(&scene.anna);
    age_identity_generate(&scene.ben);
    age_identity_generate(&scene.carl);
    assert_int_equal(
        age_wrap(scene.arena, &scene.anna.recipient, 1, scene.plain, &scene.file), OK);
    assert_int_equal(
        age_wrap(scene.arena, &scene.anna.recipient, 1, scene.plain, &scene.other), OK);
    return scene;
}

static struct span shared_by(const struct scene *scene, const struct age_identity *who,
                             struct span shared, const struct age_identity *with)
{
    struct span header = {0};
    assert_int_equal(
        age_share(scene->arena, who, 1, scene->file, shared, &with->recipient, &header),
        OK);
    return header;
}

static enum status opened(const struct scene *scene, const struct age_identity *who,
                          struct span file, struct span shared)
{
    struct span content = {0};
    const enum status status =
        age_unwrap_shared(scene->arena, who, 1, MAX_BYTES, file, shared, &content);
    if (status == OK)
        kit_assert_equal(content, scene->plain);
    return status;
}

static void who_was_let_in_opens_and_lets_in(void **state)
{
    const struct scene scene = begin(state);
    assert_int_equal(opened(&scene, &scene.ben, scene.file, SPAN("")), STATUS_WRONG_KEY);
    const struct span for_ben = shared_by(&scene, &scene.anna, SPAN(""), &scene.ben);
    const struct span for_carl = shared_by(&scene, &scene.ben, for_ben, &scene.carl);
    assert_int_equal(opened(&scene, &scene.ben, scene.file, for_ben), OK);
    assert_int_equal(opened(&scene, &scene.carl, scene.file, for_carl), OK);
    assert_int_equal(opened(&scene, &scene.carl, scene.file, for_ben), STATUS_WRONG_KEY);
    assert_int_equal(opened(&scene, &scene.anna, scene.file, for_ben), OK);
}

static void nobody_shares_what_is_closed_to_them(void **state)
{
    const struct scene scene = begin(state);
    struct span header = {0};
    assert_int_equal(age_share(scene.arena, &scene.ben, 1, scene.file, SPAN(""),
                               &scene.ben.recipient, &header),
                     STATUS_WRONG_KEY);
    assert_null(header.data);
}

static void the_whole_file_opens_with_the_new_key_alone(void **state)
{
    const struct scene scene = begin(state);
    const struct span for_ben = shared_by(&scene, &scene.anna, SPAN(""), &scene.ben);
    struct span whole;
    assert_int_equal(age_share_whole(scene.arena, scene.file, for_ben, &whole), OK);
    assert_int_equal(opened(&scene, &scene.ben, whole, SPAN("")), OK);
    assert_int_equal(opened(&scene, &scene.anna, whole, SPAN("")), STATUS_WRONG_KEY);
    assert_int_equal(age_share_whole(scene.arena, scene.file, SPAN("age"), &whole),
                     STATUS_DAMAGED);
}

/* Both files are sealed to the same key, so the header is sound; it is not this file's. */
static void a_header_of_another_file_opens_nothing(void **state)
{
    const struct scene scene = begin(state);
    const struct span for_ben = shared_by(&scene, &scene.anna, SPAN(""), &scene.ben);
    assert_int_equal(opened(&scene, &scene.ben, scene.other, for_ben), STATUS_DAMAGED);
}

static void each_bit_of_the_header_counts(void **state)
{
    const struct scene scene = begin(state);
    const struct span for_ben = shared_by(&scene, &scene.anna, SPAN(""), &scene.ben);
    char *bytes = arena_alloc(scene.arena, for_ben.count);
    struct age_header header;
    for (size_t bit = 0; bit < 8 * for_ben.count; bit++) {
        const struct arena_mark mark = arena_mark(scene.arena);
        memcpy(bytes, for_ben.data, for_ben.count);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        assert_int_not_equal(
            opened(&scene, &scene.ben, scene.file, (struct span){bytes, for_ben.count}),
            OK);
        arena_release(scene.arena, mark);
    }
    assert_int_equal(age_header_read(for_ben, &header), OK);
    assert_int_equal(header.recipient_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(who_was_let_in_opens_and_lets_in),
        KIT_TEST(nobody_shares_what_is_closed_to_them),
        KIT_TEST(the_whole_file_opens_with_the_new_key_alone),
        KIT_TEST(a_header_of_another_file_opens_nothing),
        KIT_TEST(each_bit_of_the_header_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
