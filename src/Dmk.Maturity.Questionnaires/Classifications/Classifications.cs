namespace Dmk.Maturity.Questionnaires;

/// <summary>The classifications of one folder (<c>questionnaires/classifications</c>).</summary>
public sealed class Classifications
{
    private readonly Dictionary<string, Classification> _byId;

    public Classifications(IEnumerable<Classification> all) => _byId = all.ToDictionary(one => one.Id, StringComparer.Ordinal);

    public IEnumerable<Classification> All => _byId.Values;

    /// <summary>By id: <c>land</c>, <c>land-group</c>, <c>sector</c>, <c>sector-group</c>, <c>wz2008</c>, <c>wz2008-classes</c>,
    /// <c>wz2025</c>, <c>wz2025-classes</c>, <c>size-class</c>.</summary>
    public Classification? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>As <see cref="Find"/>, but all levels of an edition where the id names its sections alone: <c>wz2025-classes</c> for
    /// <c>wz2025</c>.</summary>
    public Classification? FindTree(string id) => Find($"{id}-classes") ?? Find(id);
}
