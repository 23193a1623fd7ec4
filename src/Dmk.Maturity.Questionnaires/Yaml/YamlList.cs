namespace Dmk.Maturity.Questionnaires;

/// <summary>A list in an author's YAML file.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(YamlSource source, int line, int column, YamlNode[] items)
        : base(source, line, column) => Items = items;

    public IReadOnlyList<YamlNode> Items { get; }

    private protected override string Kind => "a list";
}
