using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Names of readers as words.</summary>
internal static class ReaderNames
{
    private static readonly (Readers One, string Name)[] _names =
    [
        (Readers.Company, "companies with an access code"),
        (Readers.Ministry, "ministries"),
        (Readers.Economist, "economists"),
        (Readers.Operator, "operators"),
        (Readers.Administrator, "administrators"),
    ];

    extension(Readers readers)
    {
        public bool Includes(Readers one) => (readers & one) != 0;

        public string InWords()
        {
            var names = _names.Where(pair => readers.Includes(pair.One)).Select(pair => pair.Name).ToArray();
            return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        }
    }

    public static Readers Of(Role role) =>
        role switch
        {
            Role.Ministry => Readers.Ministry,
            Role.Economist => Readers.Economist,
            Role.Operator => Readers.Operator,
            Role.Administrator => Readers.Administrator,
            _ => Readers.Public,
        };
}
