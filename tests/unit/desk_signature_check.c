/* Whether an entry is what its terminal signed, and whether a terminal's entries make one chain. */
#include "office_kit.h"

#include "app/desk/office/signature_check.h"

static const struct span payload = {"sealed bytes", 12};

static struct entry next_entry(void)
{
    struct header header = office_kit_envelope();
    return office_kit_entry(&header, payload);
}

static void keep(const struct entry *entry)
{
    assert_ok(archive_put(office_kit_archive(), entry));
}

static enum status check(const struct entry *entry)
{
    struct header header = {0};
    const enum status status = signature_check_entry(
        office_kit_archive(), entry->header, entry->signature, entry->payload, &header);
    assert_int_equal(header.sequence, status == OK ? entry->sequence : 0);
    return status;
}

static enum status check_chain(struct chain *out_chain)
{
    return signature_check_chain(office_kit_archive(), office_kit_device, true,
                                 out_chain);
}

static void an_entry_is_what_its_terminal_signed(void **state)
{
    (void)state;
    office_kit_enrol(1);
    const struct entry entry = next_entry();
    struct entry changed = entry;
    assert_ok(check(&entry));
    changed.payload = SPAN("");
    assert_ok(check(&changed)); /* erased: the header still proves that it existed */
    changed.payload = SPAN("sealed byteS");
    assert_status(check(&changed), STATUS_DAMAGED);
    changed = entry;
    changed.signature[0] ^= 1;
    assert_status(check(&changed), STATUS_FORGED);
    changed = entry;
    changed.header[120] ^= 1; /* of a hash: the header can be read, and is another one */
    assert_status(check(&changed), STATUS_FORGED);
}

static void a_terminal_that_was_not_enrolled_is_unknown(void **state)
{
    (void)state;
    office_kit_enrol(1);
    struct header later = office_kit_envelope();
    later.epoch = 2;
    const struct entry entry = office_kit_entry(&later, payload);
    assert_status(check(&entry), STATUS_NOT_FOUND);
    office_kit_enrol(2);
    assert_ok(check(&entry));
}

static void each_enrolment_has_its_own_key(void **state)
{
    (void)state;
    struct signature_check_key key = {0};
    struct header header;
    office_kit_enrol(1);
    const struct entry entry = next_entry();
    assert_ok(signature_check_key(office_kit_archive(), entry.header, &header, &key));
    assert_memory_equal(key.public_key, kit.public_key, sizeof key.public_key);
    assert_ok(signature_check_seal(&header, key.public_key, entry.header, entry.signature,
                                   entry.payload));
    key.public_key[3] ^=
        1; /* kept for this terminal and enrolment: not asked for again */
    assert_ok(signature_check_key(office_kit_archive(), entry.header, &header, &key));
    assert_status(signature_check_seal(&header, key.public_key, entry.header,
                                       entry.signature, entry.payload),
                  STATUS_FORGED);
}

static void a_whole_chain_holds(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    for (size_t i = 0; i < 3; i++) {
        const struct entry entry = next_entry();
        keep(&entry);
    }
    assert_ok(check_chain(&chain));
    assert_int_equal(chain.entry_count, 3);
    assert_int_equal(chain.last_sequence, 3);
    assert_int_equal(chain.hole_count, 0);
    assert_memory_equal(chain.last_hash, kit.last_hash, sizeof chain.last_hash);
}

static void an_entry_names_the_one_before_it(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    const struct entry first = next_entry();
    keep(&first);
    struct header second = office_kit_envelope();
    second.previous_hash[0] ^= 1;
    const struct entry entry = office_kit_entry(&second, payload);
    assert_ok(check(&entry)); /* alone it is what its terminal signed */
    keep(&entry);
    assert_status(check_chain(&chain), STATUS_FORGED);
    assert_has(span_of(status_last()), "broken at entry 2");
}

static void the_first_entry_names_none(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    kit.last_hash[5] = 1;
    const struct entry entry = next_entry();
    keep(&entry);
    assert_status(check_chain(&chain), STATUS_FORGED);
    assert_has(span_of(status_last()), "broken at entry 1");
}

static void a_chain_does_not_fall_back_to_an_earlier_enrolment(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    office_kit_enrol(2);
    struct header header = office_kit_envelope();
    header.epoch = 2;
    const struct entry first = office_kit_entry(&header, payload);
    keep(&first);
    const struct entry second = next_entry(); /* of the first enrolment, and after it */
    keep(&second);
    assert_status(check_chain(&chain), STATUS_FORGED);
}

static void an_enrolment_goes_on_where_the_one_before_ended(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    office_kit_enrol(2);
    const struct entry first = next_entry();
    keep(&first);
    struct header header = office_kit_envelope();
    header.epoch = 2;
    const struct entry second = office_kit_entry(&header, payload);
    keep(&second);
    assert_ok(check_chain(&chain));
    assert_int_equal(chain.entry_count, 2);
}

static void a_thorough_look_reads_payloads_again(void **state)
{
    (void)state;
    struct chain chain;
    office_kit_enrol(1);
    struct entry entry = next_entry();
    entry.payload = SPAN("other bytes!");
    keep(&entry);
    assert_ok(
        signature_check_chain(office_kit_archive(), office_kit_device, false, &chain));
    assert_ok(check_chain(&chain)); /* and goes on to those behind it */
    assert_int_equal(chain.damaged_count, 1);
    assert_int_equal(chain.damaged[0].sequence, 1);
}

static void a_fork_comes_home_under_a_later_enrolment(void **state)
{
    (void)state;
    struct chain chain;
    struct buffer told = buffer_init(&kit.arena, 64 * 1024);
    office_kit_enrol(1);
    const struct entry first = next_entry();
    keep(&first);
    struct header header = office_kit_envelope(), other = header;
    other.record_id[1] ^= 0x55;
    const struct entry second = office_kit_entry(&header, payload);
    const struct entry branch = office_kit_entry(&other, payload);
    keep(&second);
    assert_status(archive_put(office_kit_archive(), &branch), STATUS_FORGED);
    assert_ok(archive_put_fork(office_kit_archive(), &branch, 2));
    assert_status(archive_put(office_kit_archive(), &branch), STATUS_EXISTS);
    assert_ok(check_chain(&chain));
    assert_int_equal(chain.fork_sequence, 2);
    assert_int_equal(chain.entry_count, 3);
    assert_ok(signature_check_tell_forks(office_kit_archive(), &kit.arena, &told));
    assert_has(buffer_span(&told), "two branches from entry 2 on");
    assert_null(strstr(span_text(&kit.arena, buffer_span(&told)), "no more than"));
    for (size_t i = 0; i < ARCHIVE_RESULTS_MAX; i++) {
        const struct entry later = next_entry();
        keep(&later);
    }
    assert_ok(signature_check_tell_forks(office_kit_archive(), &kit.arena, &told));
    assert_has(buffer_span(&told), "(no more than 200 are named)");
}

/* Entries 2 and 3 are missing, and then every second one. */
static void holes_are_counted_and_the_first_are_named(void **state)
{
    (void)state;
    struct chain chain;
    struct buffer text = buffer_init(&kit.arena, 8192);
    office_kit_enrol(1);
    for (size_t i = 1; i <= 24; i++) {
        const struct entry entry = next_entry();
        if (i != 2 && i != 3 && (i < 5 || i % 2 == 0))
            keep(&entry);
    }
    assert_ok(check_chain(&chain));
    assert_int_equal(chain.hole_count, 11);
    assert_int_equal(chain.holes[0].from, 2);
    assert_int_equal(chain.holes[0].to, 3);
    signature_check_tell_holes(&chain, SPAN("Lobby"), &text);
    assert_has(buffer_span(&text), "entries 2 to 3 of \"Lobby\" have not come");
    assert_has(buffer_span(&text), "entries 5 to 5 of");
    assert_has(buffer_span(&text), "\"Lobby\" has 3 more holes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(an_entry_is_what_its_terminal_signed),
        OFFICE_TEST(a_terminal_that_was_not_enrolled_is_unknown),
        OFFICE_TEST(each_enrolment_has_its_own_key),
        OFFICE_TEST(a_whole_chain_holds),
        OFFICE_TEST(an_entry_names_the_one_before_it),
        OFFICE_TEST(the_first_entry_names_none),
        OFFICE_TEST(a_chain_does_not_fall_back_to_an_earlier_enrolment),
        OFFICE_TEST(an_enrolment_goes_on_where_the_one_before_ended),
        OFFICE_TEST(a_thorough_look_reads_payloads_again),
        OFFICE_TEST(a_fork_comes_home_under_a_later_enrolment),
        OFFICE_TEST(holes_are_counted_and_the_first_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
