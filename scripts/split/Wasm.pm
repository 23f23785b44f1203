# WebAssembly modules as their sections, for the scripts beside this. Perl, because building takes nothing but Rust
# and git, and git brings perl.
package Wasm;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(read_file write_file sections module number text take_number take_text);

use constant HEAD => "\0asm\1\0\0\0";

sub read_file {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return scalar <$file>;
}

sub write_file {
    my ($path, $bytes) = @_;
    open my $file, '>:raw', $path or die "$path: $!\n";
    print $file $bytes;
    close $file or die "$path: $!\n";
}

# The number that stands at $_[1] of $_[0], which moves on behind it.
sub take_number {
    my ($value, $shift, $byte) = (0, 0);
    do {
        die "cut short\n" if $_[1] >= length $_[0];
        $byte = ord substr $_[0], $_[1]++, 1;
        $value |= ($byte & 127) << $shift;
        $shift += 7;
    } while ($byte & 128);
    return $value;
}

# The same for bytes that follow their length.
sub take_text {
    my $length = take_number($_[0], $_[1]);
    $_[1] += $length;
    return substr $_[0], $_[1] - $length, $length;
}

sub number {
    my ($value) = @_;
    my $bytes = '';
    while ($value > 127) {
        $bytes .= chr($value & 127 | 128);
        $value >>= 7;
    }
    return $bytes . chr $value;
}

sub text {
    my ($bytes) = @_;
    return number(length $bytes) . $bytes;
}

# [kind, content] of each section.
sub sections {
    my ($module) = @_;
    die "not a WebAssembly module\n" unless substr($module, 0, length HEAD) eq HEAD;
    my $at = length HEAD;
    my @sections;
    while ($at < length $module) {
        my $kind = ord substr $module, $at++, 1;
        push @sections, [$kind, take_text($module, $at)];
    }
    return @sections;
}

sub module {
    return HEAD . join '', map { chr($_->[0]) . text($_->[1]) } @_;
}

1;
