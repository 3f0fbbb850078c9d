/* Which devices count as sticks, by folders that look as the kernel's do; and the messages. */
#include "stick/stick_find.h"
#include "stick/stick_message.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char sys[] = "/tmp/stick-find-XXXXXX";

static const char *below(const char *path)
{
    static char whole[PATH_MAX];
    snprintf(whole, sizeof whole, "%s/%s", sys, path);
    return whole;
}

static void make(const char *path)
{
    assert_int_equal(mkdir(below(path), 0755), 0);
}

static void put(const char *folder, const char *name, const char *text)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(below(path), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* A device NAME in the folder `folder`, with so many blocks. */
static void device(const char *folder, const char *name, const char *blocks)
{
    char path[PATH_MAX], target[PATH_MAX];
    make(folder);
    put(folder, "size", blocks);
    snprintf(path, sizeof path, "class/block/%s", name);
    snprintf(target, sizeof target, "../../%s", folder);
    assert_int_equal(symlink(target, below(path)), 0);
}

static int begin(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(sys));
    make("class");
    make("class/block");
    make("pci");
    make("pci/usb1");
    return 0;
}

static int end(void **state)
{
    char command[PATH_MAX];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", sys);
    return system(command);
}

static void sticks_are_told_from_the_disks_of_the_machine(void **state)
{
    struct stick_device devices[STICK_FIND_MAX];
    (void)state;
    assert_int_equal(stick_find(sys, devices), 0);
    device("pci/sda", "sda", "1000");
    put("pci/sda", "removable", "0\n");
    device("pci/sda/sda1", "sda1", "900");
    put("pci/sda/sda1", "partition", "1\n");
    device("pci/sr0", "sr0", "0\n"); /* a drive with nothing in it */
    put("pci/sr0", "removable", "1\n");
    assert_int_equal(stick_find(sys, devices), 0);
    device("pci/usb1/sdb", "sdb", "1000"); /* calls itself fixed, and hangs on USB */
    put("pci/usb1/sdb", "removable", "0\n");
    device("pci/usb1/sdb/sdb1", "sdb1", "900");
    put("pci/usb1/sdb/sdb1", "partition", "1\n");
    device("pci/mmcblk0", "mmcblk0", "1000"); /* the whole card, without partitions */
    put("pci/mmcblk0", "removable", "1\n");
    assert_int_equal(stick_find(sys, devices), 2);
    assert_string_equal(devices[0].name, "mmcblk0");
    assert_string_equal(devices[1].name, "sdb1");
}

static void a_message_is_read_as_it_was_written_and_nothing_else_is_one(void **state)
{
    unsigned char bytes[STICK_REQUEST_BYTES + 1] = {0};
    const struct span all = {(const char *)bytes, STICK_REQUEST_BYTES};
    struct stick_request request = {.verb = STICK_TAKE, .slot = 1, .number = {1, 2, 3}};
    struct stick_request found;
    (void)state;
    stick_message_request_write(&request, bytes);
    assert_true(stick_message_request_read(all, &found));
    assert_true(found.verb == STICK_TAKE && found.slot == 1);
    assert_memory_equal(found.number, request.number, sizeof found.number);
    for (size_t count = 0; count <= sizeof bytes; count++)
        assert_int_equal(
            stick_message_request_read((struct span){(const char *)bytes, count}, &found),
            count == STICK_REQUEST_BYTES);
    bytes[5] = STICK_SLOTS;
    assert_false(stick_message_request_read(all, &found));
    bytes[5] = 0;
    bytes[4] = STICK_VERB_COUNT;
    assert_false(stick_message_request_read(all, &found));
}

static void an_answer_keeps_its_count(void **state)
{
    unsigned char bytes[STICK_REPLY_BYTES];
    const struct stick_reply reply = {STICK_RESULT_FULL, 0x0123456789abcdef};
    struct stick_reply found;
    (void)state;
    stick_message_reply_write(&reply, bytes);
    assert_true(stick_message_reply_read((struct span){(const char *)bytes, sizeof bytes},
                                         &found));
    assert_true(found.result == reply.result && found.count == reply.count);
    bytes[4] = STICK_RESULT_COUNT;
    assert_false(stick_message_reply_read(
        (struct span){(const char *)bytes, sizeof bytes}, &found));
    for (int i = 0; i < STICK_RESULT_COUNT; i++)
        assert_true(strlen(stick_message_words((enum stick_result)i)) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sticks_are_told_from_the_disks_of_the_machine),
        cmocka_unit_test(a_message_is_read_as_it_was_written_and_nothing_else_is_one),
        cmocka_unit_test(an_answer_keeps_its_count),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
