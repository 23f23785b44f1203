#!/usr/bin/perl
# without-names.pl MODULE... : takes out the custom sections, which are the names of the functions, mostly.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Wasm;

for my $path (@ARGV) {
    write_file($path, module(grep { $_->[0] != 0 } sections(read_file($path))));
}
