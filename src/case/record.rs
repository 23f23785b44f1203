//! How the parts of a case are read from a file, written to one, and packed: a list of
//! fields for each, held to its struct by the compiler.

/// Reads a record field by field: `name` must be there, `name = value` may be left out.
/// `with name of Type by method` keeps further fields of the same object apart, where the
/// method finds them; they are not packed with the record. `beside Type` checks further fields of it and leaves them to be read
/// by themselves.
/// The struct itself stays an ordinary one, and the compiler holds the list to it.
macro_rules! read_record {
    ($record:ident { $($field:ident $(= $otherwise:expr)?),* $(,)? } $(with $apart:ident of $other:ident by $method:ident)? $(beside $beside:ident)?) => {
        impl Read for $record {
            #[inline(never)]
            fn read(
                value: &Value,
                place: &Place<'_>,
                faults: &mut Vec<CaseError>,
            ) -> Option<$record> {
                let mut fields = Fields::of(value, place, faults)?;
                $(let $field = read_record!(@get fields, faults, $field $(, $otherwise)?);)*
                $(let $apart = $other::read_fields(&mut fields, faults);)?
                $($beside::read_fields(&mut fields, faults)?;)?
                fields.end(faults);
                Some($record { $($field: $field?,)* $($apart: $apart?.into())? })
            }
        }

        impl Pack for $record {
            fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
                $(self.$field.pack(bytes)?;)*
                Some(())
            }

            #[inline(never)]
            fn unpack(packed: &mut Packed<'_>) -> $record {
                $record { $($field: Pack::unpack(packed),)* $($apart: Default::default())? }
            }
        }

        impl WriteFields for $record {
            fn fields(&self) -> WrittenFields {
                let mut fields = Vec::new();
                $(read_record!(@put fields, self, $field $(, $otherwise)?);)*
                $(fields.extend(self.$method().fields());)?
                fields
            }
        }

        impl Write for $record {
            fn write(&self) -> Written {
                Written::Record(self.fields())
            }
        }
    };
    (@get $fields:ident, $faults:ident, $field:ident) => {
        $fields.get(stringify!($field), $faults)
    };
    (@get $fields:ident, $faults:ident, $field:ident, $otherwise:expr) => {
        $fields.get_or(stringify!($field), $otherwise, $faults)
    };
    (@put $fields:ident, $self:ident, $field:ident) => {
        put(&mut $fields, stringify!($field), &$self.$field)
    };
    (@put $fields:ident, $self:ident, $field:ident, $otherwise:expr) => {
        put_unless(&mut $fields, stringify!($field), &$self.$field, &$otherwise)
    };
}

/// Reads fields that stand among those of a record in a file, and are kept apart from it.
/// `then name` is packed with them, and put in after the reading and the writing.
macro_rules! read_fields {
    ($record:ident { $($field:ident $(= $otherwise:expr)?),* $(,)? } $(then $($later:ident),*)?) => {
        impl ReadFields for $record {
            fn read_fields(
                fields: &mut Fields<'_>,
                faults: &mut Vec<CaseError>,
            ) -> Option<$record> {
                $(let $field = read_record!(@get fields, faults, $field $(, $otherwise)?);)*
                Some($record { $($field: $field?,)* $($($later: Default::default(),)*)? })
            }
        }

        impl Pack for $record {
            fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
                $(self.$field.pack(bytes)?;)*
                $($(self.$later.pack(bytes)?;)*)?
                Some(())
            }

            #[inline(never)]
            fn unpack(packed: &mut Packed<'_>) -> $record {
                $record { $($field: Pack::unpack(packed),)* $($($later: Pack::unpack(packed),)*)? }
            }
        }

        impl WriteFields for $record {
            fn fields(&self) -> WrittenFields {
                let mut fields = Vec::new();
                $(read_record!(@put fields, self, $field $(, $otherwise)?);)*
                fields
            }
        }
    };
}

/// Reads one of several words.
macro_rules! read_word {
    ($choice:ident { $first:literal => $first_variant:ident $(, $word:literal => $variant:ident)* $(,)? }) => {
        impl Read for $choice {
            #[inline(never)]
            fn read(
                value: &Value,
                place: &Place<'_>,
                faults: &mut Vec<CaseError>,
            ) -> Option<$choice> {
                match value.as_str() {
                    Some($first) => Some($choice::$first_variant),
                    $(Some($word) => Some($choice::$variant),)*
                    _ => wrong_kind(
                        concat!("one of \"", $first, "\"" $(, " \"", $word, "\"")*),
                        value,
                        place,
                        faults,
                    ),
                }
            }
        }

        impl Pack for $choice {
            fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
                bytes.push(*self as u8);
                Some(())
            }

            fn unpack(packed: &mut Packed<'_>) -> $choice {
                match packed.byte() {
                    $(place if place == $choice::$variant as u8 => $choice::$variant,)*
                    place => {
                        if place != $choice::$first_variant as u8 {
                            packed.fail();
                        }
                        $choice::$first_variant
                    }
                }
            }
        }

        impl Write for $choice {
            fn write(&self) -> Written {
                Written::Text(match self {
                    $choice::$first_variant => $first,
                    $($choice::$variant => $word,)*
                }.to_owned())
            }
        }
    };
}

/// Reads a record whose `kind` says which other fields it has.
macro_rules! read_kind {
    ($choice:ident {
        $first:literal => $first_variant:ident { $($first_field:ident),* }
        $(, $word:literal => $variant:ident { $($field:ident),* })* $(,)?
    }) => {
        impl Read for $choice {
            #[inline(never)]
            fn read(
                value: &Value,
                place: &Place<'_>,
                faults: &mut Vec<CaseError>,
            ) -> Option<$choice> {
                let mut fields = Fields::of(value, place, faults)?;
                let kind: String = fields.get("kind", faults)?;
                match kind.as_str() {
                    $first => read_kind!(@get fields, faults, $choice::$first_variant { $($first_field),* }),
                    $($word => read_kind!(@get fields, faults, $choice::$variant { $($field),* }),)*
                    _ => wrong_kind(
                        concat!("one of \"", $first, "\"" $(, " \"", $word, "\"")*),
                        &Value::String(kind),
                        &Place::Field(place, "kind"),
                        faults,
                    ),
                }
            }
        }

        impl Pack for $choice {
            fn pack(&self, bytes: &mut Vec<u8>) -> Option<()> {
                enum Kind { $first_variant, $($variant),* }
                match self {
                    $choice::$first_variant { $($first_field),* } => {
                        bytes.push(Kind::$first_variant as u8);
                        $($first_field.pack(bytes)?;)*
                    }
                    $($choice::$variant { $($field),* } => {
                        bytes.push(Kind::$variant as u8);
                        $($field.pack(bytes)?;)*
                    })*
                }
                Some(())
            }

            #[inline(never)]
            fn unpack(packed: &mut Packed<'_>) -> $choice {
                enum Kind { $first_variant, $($variant),* }
                match packed.byte() {
                    $(kind if kind == Kind::$variant as u8 => {
                        $choice::$variant { $($field: Pack::unpack(packed)),* }
                    })*
                    kind => {
                        if kind != Kind::$first_variant as u8 {
                            packed.fail();
                        }
                        $choice::$first_variant { $($first_field: Pack::unpack(packed)),* }
                    }
                }
            }
        }

        impl Write for $choice {
            fn write(&self) -> Written {
                let mut fields = Vec::new();
                match self {
                    $choice::$first_variant { $($first_field),* } => {
                        put(&mut fields, "kind", &$first.to_owned());
                        $(put(&mut fields, stringify!($first_field), $first_field);)*
                    }
                    $($choice::$variant { $($field),* } => {
                        put(&mut fields, "kind", &$word.to_owned());
                        $(put(&mut fields, stringify!($field), $field);)*
                    })*
                }
                Written::Record(fields)
            }
        }
    };
    (@get $fields:ident, $faults:ident, $choice:ident::$variant:ident { $($field:ident),* }) => {{
        $(let $field = $fields.get(stringify!($field), $faults);)*
        $fields.end($faults);
        Some($choice::$variant { $($field: $field?),* })
    }};
}

pub(super) use {read_fields, read_kind, read_record, read_word};
