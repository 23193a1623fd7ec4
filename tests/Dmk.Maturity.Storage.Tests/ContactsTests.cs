using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>Names of companies that stand in the frames of several studies.</summary>
public sealed class ContactsTests : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly ServiceProvider _services;

    public ContactsTests()
    {
        _folder = DataFolder.Open(_temporary.Location);
        _services = new ServiceCollection().AddDmkStorage(_folder).BuildServiceProvider();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Contacts Contacts => _services.GetRequiredService<Contacts>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task A_frame_without_names_takes_none_away()
    {
        await Contacts.Write([Of("M01", "Holz Müller", "Weg 1"), Of("M02", "Bäckerei Kern", "")], Cancellation);

        await Contacts.Write([Of("M01", "", ""), Of("M02", "Bäckerei Kern KG", "Platz 2")], Cancellation);

        var names = await Contacts.Names(["M01", "M02"], Cancellation);
        Assert.Equal(("Holz Müller", "Bäckerei Kern KG"), (names["M01"], names["M02"]));
    }

    [Fact]
    public async Task Names_of_others_are_not_those_of_these_companies()
    {
        await Contacts.Write([Of("M01", "Holz Müller", ""), Of("N01", "", "")], Cancellation);

        Assert.True(await Contacts.HasNames(["N01", "M01"], Cancellation));
        Assert.False(await Contacts.HasNames(["N01"], Cancellation));
        Assert.False(await Contacts.HasNames([], Cancellation));
    }

    private static Contact Of(string unit, string name, string address) =>
        new()
        {
            UnitId = unit,
            Name = name,
            Address = address,
        };
}
