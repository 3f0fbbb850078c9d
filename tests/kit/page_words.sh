# What a page of the desk says, for scripts that keep the answers in out/. Source it after expect.sh. Its words are read over
# the ends of lines, and a blank at which no line ends is a blank.
page_words() { sed 's/\xc2\xa0/ /g' "out/$1" | tr -s ' \n' '  '; }
# has FILE WORDS: they stand in that answer. lacks FILE WORDS
has() { page_words "$1" | grep -qF -- "$2" || wrong "$1 does not say \"$2\""; }
lacks() { page_words "$1" | grep -qF -- "$2" && wrong "$1 says \"$2\""; }
