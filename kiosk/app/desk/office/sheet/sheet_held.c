#include "app/desk/office/sheet/sheet_held.h"

#include "base/file.h"

#include <errno.h>
#include <unistd.h>

bool is_sheet_held_open(struct office *office)
{
    return is_file(office_path(office, SHEET_HELD_FILE));
}

enum status sheet_held_end(struct office *office)
{
    const char *path = office_path(office, SHEET_HELD_FILE);
    return unlink(path) == 0 || errno == ENOENT ? OK : file_failed("remove", path);
}
