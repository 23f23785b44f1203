#!/usr/bin/perl
# A WebAssembly module without its custom sections (the names of its functions, mostly): standard input to
# standard output. Perl, because building takes nothing but Rust and git, and git brings perl.
use strict;
use warnings;

binmode STDIN;
binmode STDOUT;
local $/;
my $module = <STDIN>;
die "not a WebAssembly module\n" unless substr($module, 0, 8) eq "\0asm\1\0\0\0";

print substr($module, 0, 8);
my $at = 8;
while ($at < length $module) {
    my $start = $at;
    my $id = ord substr($module, $at++, 1);
    my ($size, $shift, $byte) = (0, 0);
    do {
        $byte = ord substr($module, $at++, 1);
        $size |= ($byte & 127) << $shift;
        $shift += 7;
    } while ($byte & 128);
    $at += $size;
    print substr($module, $start, $at - $start) unless $id == 0;
}
