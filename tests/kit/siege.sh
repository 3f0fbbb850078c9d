# For scripts that put a terminal or a desk to the test: a seed that can be given again (SEED), a
# working folder, a count of what went wrong, and an organization with a vacancy. Source it after
# organization.sh; the script itself removes $work.
seed=${SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
RANDOM=$seed
echo "seed $seed; repeat with SEED=$seed"
work=$(mktemp -d)
passed=0 failed=0

# bad SENTENCE: one more failure
bad() {
    echo "FAILED: $* (seed $seed)"
    failed=$((failed + 1))
}

# siege_open COUNT: the organization, with the released form that ends in six texts one after the
# other, in $work/org, its vacancy open, COUNT codes in $work/codes
siege_open() {
    organization_new "$work/org" "Siege" "$SOURCE/tests/vectors/released/0.1.0/config/assessment" >/dev/null 2>&1
    vacancy_opened "$work/org" "$1" siege "Siege" >"$work/codes"
}
