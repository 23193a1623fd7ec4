using YamlDotNet.Core.Events;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A list in an author's YAML file.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(YamlSource source, NodeEvent start, YamlNode[] items)
        : base(source, start) => Items = items;

    public IReadOnlyList<YamlNode> Items { get; }

    private protected override string Kind => "a list";
}
