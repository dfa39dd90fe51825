-- Encodings by number and name (PostgreSQL 15, 9.27.11, 24.3): pg_encoding_to_char() and its kin.
-- Called by psql, pgcli, DBeaver, Npgsql.  Databases have UTF8 alone.
create macro "~pg"."~mirror".encodings() as [
    'SQL_ASCII', 'EUC_JP', 'EUC_CN', 'EUC_KR', 'EUC_TW', 'EUC_JIS_2004', 'UTF8', 'MULE_INTERNAL', 'LATIN1',
    'LATIN2', 'LATIN3', 'LATIN4', 'LATIN5', 'LATIN6', 'LATIN7', 'LATIN8', 'LATIN9', 'LATIN10', 'WIN1256',
    'WIN1258', 'WIN866', 'WIN874', 'KOI8R', 'WIN1251', 'WIN1252', 'ISO_8859_5', 'ISO_8859_6', 'ISO_8859_7',
    'ISO_8859_8', 'WIN1250', 'WIN1253', 'WIN1254', 'WIN1255', 'WIN1257', 'KOI8U', 'SJIS', 'BIG5', 'GBK', 'UHC',
    'GB18030', 'JOHAB', 'SHIFT_JIS_2004'
  ];
create macro "~pg"."~mirror".encoding_lengths() as [
    1, 3, 3, 3, 4, 3, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2,
    2, 2, 4, 3, 2
  ];
create macro "~pg"."~mirror".encoding_spellings() as map {
    'sqlascii': 0, 'eucjp': 1, 'euccn': 2, 'euckr': 3, 'euctw': 4, 'eucjis2004': 5, 'unicode': 6, 'utf8': 6,
    'muleinternal': 7, 'iso88591': 8, 'latin1': 8, 'iso88592': 9, 'latin2': 9, 'iso88593': 10, 'latin3': 10,
    'iso88594': 11, 'latin4': 11, 'iso88599': 12, 'latin5': 12, 'iso885910': 13, 'latin6': 13, 'iso885913': 14,
    'latin7': 14, 'iso885914': 15, 'latin8': 15, 'iso885915': 16, 'latin9': 16, 'iso885916': 17, 'latin10': 17,
    'win1256': 18, 'windows1256': 18, 'abc': 19, 'tcvn': 19, 'tcvn5712': 19, 'vscii': 19, 'win1258': 19,
    'windows1258': 19, 'alt': 20, 'win866': 20, 'windows866': 20, 'win874': 21, 'windows874': 21, 'koi8': 22,
    'koi8r': 22, 'win': 23, 'win1251': 23, 'windows1251': 23, 'win1252': 24, 'windows1252': 24, 'iso88595': 25,
    'iso88596': 26, 'iso88597': 27, 'iso88598': 28, 'win1250': 29, 'windows1250': 29, 'win1253': 30,
    'windows1253': 30, 'win1254': 31, 'windows1254': 31, 'win1255': 32, 'windows1255': 32, 'win1257': 33,
    'windows1257': 33, 'koi8u': 34, 'mskanji': 35, 'shiftjis': 35, 'sjis': 35, 'win932': 35, 'windows932': 35,
    'big5': 36, 'win950': 36, 'windows950': 36, 'gbk': 37, 'win936': 37, 'windows936': 37, 'uhc': 38, 'win949': 38,
    'windows949': 38, 'gb18030': 39, 'johab': 40, 'shiftjis2004': 41
  };
create macro "~pg"."~catalog".pg_encoding_to_char(encoding) as
  case when encoding is not null then coalesce("~pg"."~mirror".encodings()[encoding::integer + 1], '') end;
create macro "~pg"."~catalog".pg_encoding_max_length(encoding) as
  case when encoding >= 0 then "~pg"."~mirror".encoding_lengths()[encoding::integer + 1] end;
create macro "~pg"."~catalog".pg_char_to_encoding(name) as case when name is not null then coalesce(
  "~pg"."~mirror".encoding_spellings()[system.main.regexp_replace(lower(name::varchar), '[^a-z0-9]', '', 'g')], -1
) end;
create macro "~pg"."~catalog".getdatabaseencoding() as 'UTF8';
